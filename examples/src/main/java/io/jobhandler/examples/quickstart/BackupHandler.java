package io.jobhandler.examples.quickstart;

import io.jobhandler.JobHandler;
import io.jobhandler.OnProgress;
import io.jobhandler.Progress;
import io.jobhandler.ProgressReporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Copies the files of one folder to another; each file may take two minutes. */
public final class BackupHandler {
  private final Path source;
  private final Path target;

  /**
   * Makes a handler.
   *
   * @param source the folder whose files are copied
   * @param target an existing folder, whose files of the same names are replaced
   */
  public BackupHandler(Path source, Path target) {
    this.source = source;
    this.target = target;
  }

  @JobHandler(
      operation = "backup",
      stepTimeout = "PT2M",
      onProgress = OnProgress.RESTART_STEP_TIMER)
  void backUp(@Progress ProgressReporter progress) throws IOException {
    List<Path> files = files();
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      progress.report(100 * i / files.size(), "copying " + file.getFileName());
      Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
    progress.report(100, "copied");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> entries = Files.list(source)) {
      return entries.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
