package io.jobhandler.examples.quickstart;

import io.jobhandler.JobContext;
import io.jobhandler.JobHandler;
import io.jobhandler.JobResult;
import io.jobhandler.MapException;
import io.jobhandler.OnInterrupt;
import io.jobhandler.OnProgress;
import io.jobhandler.Progress;
import io.jobhandler.ProgressReporter;
import io.jobhandler.RetryLaterException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Copies the files of one folder to a new one; each file may take two minutes. */
public final class BackupHandler {
  private final Path source;
  private final Path target;

  /**
   * Makes a handler.
   *
   * @param source the folder whose files are copied
   * @param target where each backup gets a folder; may be on a disk that is not always there
   */
  public BackupHandler(Path source, Path target) {
    this.source = source;
    this.target = target;
  }

  @JobHandler(
      operation = "backup",
      stepTimeout = "PT2M",
      onProgress = OnProgress.RESTART_STEP_TIMER,
      onInterrupt = OnInterrupt.RERUN,
      maxAttempts = 10,
      retryOn = FileSystemException.class,
      backoff = "PT30S")
  @MapException(type = FileSystemException.class, reasonCode = "DISK_ERROR")
  JobResult backUp(@Progress ProgressReporter progress, JobContext context) throws IOException {
    if (!Files.isDirectory(target)) {
      throw new RetryLaterException(Duration.ofMinutes(10), "the disk for backups is not there");
    }
    String name = context.step("folder", String.class, this::makeFolder);
    copyTo(target.resolve(name), progress);
    return JobResult.succeeded(Map.of("folder", name));
  }

  /** Made once for a job: what comes after an interruption goes on in the same folder. */
  private String makeFolder() throws IOException {
    int number = 1;
    while (Files.exists(target.resolve("backup-" + number))) {
      number++;
    }
    String name = "backup-" + number;
    Files.createDirectory(target.resolve(name));
    return name;
  }

  private void copyTo(Path folder, ProgressReporter progress) throws IOException {
    List<Path> files = files();
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      progress.report(100 * i / files.size(), "copying " + file.getFileName());
      Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
    progress.report(100, "copied");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> entries = Files.list(source)) {
      return entries.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
