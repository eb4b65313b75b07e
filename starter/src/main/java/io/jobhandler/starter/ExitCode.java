package io.jobhandler.starter;

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
}
