package io.jobhandler.testkit;

import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.ScanResult;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LocationAwareLogger;

/**
 * Turns loggers on, down to TRACE, and keeps what they write from the console. The logging of tests
 * is off otherwise, and slf4j-simple lets a level be set in a file only, which is why this reaches
 * into it.
 */
public final class LogCapture implements AutoCloseable {
  private final Map<Logger, Integer> levels = new HashMap<>();
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private final PrintStream console = System.err;

  private LogCapture() {
    System.setErr(new PrintStream(text, true, StandardCharsets.UTF_8));
  }

  /** Begins to listen to the loggers of some classes. */
  public static LogCapture of(Class<?>... classes) {
    LogCapture capture = new LogCapture();
    for (Class<?> type : classes) {
      Logger logger = LoggerFactory.getLogger(type);
      capture.levels.put(logger, setLevel(logger, LocationAwareLogger.TRACE_INT));
    }
    return capture;
  }

  /** Begins to listen to all loggers of the framework. */
  public static LogCapture ofFramework() {
    try (ScanResult scan =
        new ClassGraph().ignoreClassVisibility().acceptPackages("io.jobhandler").scan()) {
      return of(
          scan.getAllStandardClasses().stream()
              .filter(found -> found.getName().startsWith("io.jobhandler"))
              .map(ClassInfo::loadClass)
              .toArray(Class<?>[]::new));
    }
  }

  private static int setLevel(Logger logger, int level) {
    try {
      Field field = logger.getClass().getDeclaredField("currentLogLevel");
      field.setAccessible(true);
      int before = field.getInt(logger);
      field.setInt(logger, level);
      return before;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("slf4j-simple has changed", e);
    }
  }

  /** {@return all that was logged, and all else that was printed to the standard error} */
  public String text() {
    return text.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    levels.forEach(LogCapture::setLevel);
    System.setErr(console);
  }
}
