package io.jobhandler.starter;

/**
 * A device app whose handlers are those of the index, made by Guice with the modules that are named
 * in {@code META-INF/services/com.google.inject.Module}. Ends with an {@link ExitCode}.
 */
public final class JobHandlerMain {
  private JobHandlerMain() {}

  /**
   * Runs until the process is told to end.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    System.exit(JobHandlerApp.run(args).code());
  }
}
