package io.jobhandler.examples.program;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * A program of the device that a handler runs. It ends with the handler: an interruption ends the
 * program and what it has started. Safe for use by several threads.
 */
public final class DeviceProgram {
  /** What the program has started may hold its output open for longer than it runs. */
  private static final Duration AFTER_ITS_END = Duration.ofSeconds(1);

  /** The exit status of a program that a signal has ended, less the signal's number. */
  private static final int SIGNALLED = 128;

  private final List<String> command;

  /**
   * Describes a program.
   *
   * @param command the program and its arguments; no shell reads them
   */
  public DeviceProgram(String... command) {
    this.command = List.of(command);
  }

  /**
   * Runs it to its end.
   *
   * @return the end of what it has written to its output and its error output
   * @throws IOException if it cannot be started
   * @throws InterruptedException if the handler is interrupted; the program was ended
   * @throws ProgramFailedException if it ended with another status than 0, or by a signal
   */
  public String run() throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      process.getOutputStream().close();
      OutputTail output = OutputTail.of(process.getInputStream());
      int status = process.waitFor();
      String said = output.await(AFTER_ITS_END);
      if (status != 0) {
        throw new ProgramFailedException(how(status), said);
      }
      return said;
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** A program that exits with 137 cannot be told from one that was killed with signal 9. */
  private String how(int status) {
    return status > SIGNALLED
        ? "%s was ended by signal %d".formatted(command.get(0), status - SIGNALLED)
        : "%s ended with status %d".formatted(command.get(0), status);
  }
}
