package io.jobhandler.spi;

import io.jobhandler.JobResult;
import io.jobhandler.MapException;
import io.jobhandler.ReasonCode;
import java.util.Map;

/**
 * One {@link MapException}.
 *
 * @param type the exception, with its subclasses
 * @param status how the execution ends
 * @param reasonCode why, for machines
 */
public record ExceptionMapping(
    Class<? extends Throwable> type, MapException.Status status, String reasonCode) {

  /** Checks the reason code. */
  public ExceptionMapping {
    ReasonCode.requireValid(reasonCode);
  }

  /**
   * The result that the mapping means.
   *
   * @param reason why, for people
   * @return FAILED or REJECTED
   */
  public JobResult toResult(String reason) {
    return status == MapException.Status.REJECTED
        ? new JobResult.Rejected(reasonCode, reason, Map.of())
        : new JobResult.Failed(reasonCode, reason, Map.of());
  }
}
