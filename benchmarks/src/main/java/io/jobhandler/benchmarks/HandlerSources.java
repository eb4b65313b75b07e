package io.jobhandler.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sources of handlers as people write them, each with a document type of its own. */
final class HandlerSources {
  private static final String HANDLER =
      """
      package fleet;

      import io.jobhandler.JobContext;
      import io.jobhandler.JobHandler;
      import io.jobhandler.JobRejectedException;
      import io.jobhandler.JobResult;
      import io.jobhandler.Progress;
      import io.jobhandler.ProgressReporter;
      import java.util.ArrayList;
      import java.util.List;
      import java.util.Map;

      /** Keeps the settings of subsystem %1$d. */
      final class Subsystem%1$d {
        private final List<String> applied = new ArrayList<>();

        /** Applies the settings of a document, one by one. */
        @JobHandler(operation = "configure_%1$d", stepTimeout = "PT10M", maxAttempts = 3)
        JobResult configure(
            Settings%1$d document, @Progress ProgressReporter progress, JobContext context) {
          if (document.limits().low() > document.limits().high()) {
            throw new JobRejectedException("LIMITS", "the limits are the wrong way round");
          }
          int done = 0;
          for (Map.Entry<String, Integer> entry : document.values().entrySet()) {
            if (context.isCancelled()) {
              return JobResult.failed("CANCELLED", "given up after " + done);
            }
            applied.add(entry.getKey() + "=" + entry.getValue());
            done++;
            progress.report(100 * done / document.values().size(), entry.getKey());
          }
          return JobResult.succeeded(Map.of("applied", Integer.toString(done)));
        }
      }
      """;
  private static final String DOCUMENT =
      """
      package fleet;

      import java.util.List;
      import java.util.Map;
      import java.util.Optional;

      /**
       * What a job says.
       *
       * @param values the settings by their names
       * @param limits what the values may be
       * @param tags words to find the job by
       * @param mode when they hold
       * @param note for people
       */
      record Settings%1$d(
          Map<String, Integer> values,
          Limits limits,
          List<String> tags,
          Mode mode,
          Optional<String> note) {

        enum Mode {
          NOW,
          AFTER_RESTART
        }

        /**
         * Limits.
         *
         * @param low the least
         * @param high the most
         */
        record Limits(int low, int high) {}
      }
      """;

  private HandlerSources() {}

  /** Writes as many handlers, each in a class of its own, and their document types. */
  static List<Path> write(Path directory, int number) throws IOException {
    Path folder = Files.createDirectories(directory.resolve("fleet"));
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      Path handler = folder.resolve("Subsystem" + i + ".java");
      Path document = folder.resolve("Settings" + i + ".java");
      files.add(Files.writeString(handler, HANDLER.formatted(i)));
      files.add(Files.writeString(document, DOCUMENT.formatted(i)));
    }
    return files;
  }
}
