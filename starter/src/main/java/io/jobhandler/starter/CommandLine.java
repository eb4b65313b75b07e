package io.jobhandler.starter;

import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * What the process was told on its command line.
 *
 * @param action what to do
 * @param configurationFile the file named with {@code --config}, null if none was
 */
record CommandLine(Action action, @Nullable String configurationFile) {

  /** What the process can do. */
  enum Action {
    RUN,
    CHECK,
    HELP,
    VERSION
  }

  /** The command line cannot be understood. */
  static final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
      super(message);
    }
  }

  private static final String CONFIG = "--config";

  static CommandLine parse(String... args) throws UsageException {
    CommandLine line = new CommandLine(Action.RUN, null);
    Iterator<String> rest = Arrays.asList(args).iterator();
    while (rest.hasNext()) {
      line = line.with(rest.next(), rest);
    }
    return line;
  }

  private CommandLine with(String arg, Iterator<String> rest) throws UsageException {
    if (arg.startsWith(CONFIG + "=")) {
      return withFile(arg.substring(CONFIG.length() + 1));
    }
    return switch (arg) {
      case CONFIG -> withFile(rest.hasNext() ? rest.next() : "");
      case "--check" -> new CommandLine(Action.CHECK, configurationFile);
      case "--help", "-h" -> new CommandLine(Action.HELP, configurationFile);
      case "--version" -> new CommandLine(Action.VERSION, configurationFile);
      default -> throw new UsageException("unknown argument '" + arg + "'");
    };
  }

  private CommandLine withFile(String file) throws UsageException {
    if (file.isBlank()) {
      throw new UsageException(CONFIG + " needs the name of a file");
    }
    return new CommandLine(action, file);
  }
}
