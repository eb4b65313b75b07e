package io.jobhandler.starter;

import io.jobhandler.JobResult;
import io.jobhandler.agent.JobAgent;
import io.jobhandler.spi.SubscriptionRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * How the process of a device app ends, for its supervisor. The numbers are those of BSD's {@code
 * sysexits.h} where it has one.
 */
public enum ExitCode {
  /** Told to end, and drained; or nothing had to be run. */
  OK(0),
  /** Something unforeseen, which the log tells; a restart may help. */
  FAILURE(1),
  /** The command line cannot be understood. */
  USAGE(64),
  /** The agent cannot go on by itself; the log says what hangs. A restart helps. */
  STUCK(70),
  /** A handler goes on when the process is started again, which is to be done at once. */
  RESTART(75),
  /**
   * A handler goes on when the device has booted anew, which is to be done at once, unless the app
   * has a {@link io.jobhandler.spi.RestartControl} that does it.
   */
  REBOOT(76),
  /** The IoT policy forbids a subscription; the log names it. A restart helps once it is mended. */
  FORBIDDEN(77),
  /**
   * The configuration is wrong, or handlers cannot be made; all faults are on standard error. A
   * restart does not help.
   */
  CONFIGURATION(78);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /**
   * The number that the process ends with.
   *
   * @return 0 to 78
   */
  public int code() {
    return code;
  }

  /** How a process ends whose agent has stopped. */
  static ExitCode of(JobAgent agent) {
    return of(agent.restartKind().orElse(null), agent.stopCause().orElse(null));
  }

  static ExitCode of(JobResult.Restart.@Nullable Kind restart, @Nullable Throwable cause) {
    if (restart != null) {
      return restart == JobResult.Restart.Kind.REBOOT ? REBOOT : RESTART;
    }
    if (cause == null) {
      return OK;
    }
    return cause instanceof SubscriptionRefusedException ? FORBIDDEN : FAILURE;
  }
}
