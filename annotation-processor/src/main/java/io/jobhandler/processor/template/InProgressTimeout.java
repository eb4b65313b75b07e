package io.jobhandler.processor.template;

import io.jobhandler.processor.json.JsonObject;
import io.jobhandler.processor.operation.Operation;
import io.jobhandler.processor.operation.OperationRules;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long the service waits for the end of an execution at most. Nothing on the device can extend
 * that, so it is named only where all that the agent may take is known beforehand, and generously.
 */
final class InProgressTimeout {
  private static final int DEFAULT_ATTEMPTS = 3;
  private static final long MAX_MINUTES = 10_080;

  /** For an interruption and for the status to arrive. */
  private static final Duration GRACE = Duration.ofMinutes(5);

  private static final Duration DOWNLOAD = Duration.ofHours(1);
  private static final Duration RESTART = Duration.ofMinutes(30);

  private InProgressTimeout() {}

  /** The setting, null where the service had better not have one. */
  static @Nullable JsonObject of(Operation operation) {
    OperationRules rules = operation.rules();
    Duration step = rules.stepTimeout();
    if (step == null || rules.progressRestartsTimer() || rules.retries()) {
      return null;
    }
    boolean mayBeCalledAgain = rules.restarts() || !rules.onInterrupt().equals("FAIL");
    Duration attempt = step.plus(GRACE).plus(mayBeCalledAgain ? RESTART : Duration.ZERO);
    Duration all = attempt.multipliedBy(mayBeCalledAgain ? attempts(rules) : 1);
    Duration total = all.plus(operation.payloads().isEmpty() ? Duration.ZERO : DOWNLOAD);
    long minutes = total.plusSeconds(59).toMinutes();
    return minutes > MAX_MINUTES
        ? null
        : new JsonObject().put("inProgressTimeoutInMinutes", minutes);
  }

  private static int attempts(OperationRules rules) {
    return rules.maxAttempts() == 0 ? DEFAULT_ATTEMPTS : rules.maxAttempts();
  }
}
