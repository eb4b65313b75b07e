package io.jobhandler.internal.flow;

import io.jobhandler.payload.VerifiedPayload;
import java.util.Map;

/**
 * A job whose payloads are there and verified: its handler may run.
 *
 * @param admitted the job
 * @param payloads by the handler's parameter and the key in it, see {@link PayloadReference#key};
 *     empty where the document points to none
 */
public record ReadyJob(AdmittedJob admitted, Map<String, Map<String, VerifiedPayload>> payloads) {

  /** A job that brings no payload. */
  public static ReadyJob withoutPayloads(AdmittedJob admitted) {
    return new ReadyJob(admitted, Map.of());
  }

  /** The job as it was decoded. */
  public DecodedJob decoded() {
    return admitted.decoded();
  }
}
