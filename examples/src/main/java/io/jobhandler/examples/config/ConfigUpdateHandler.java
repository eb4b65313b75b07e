package io.jobhandler.examples.config;

import io.jobhandler.JobContext;
import io.jobhandler.JobHandler;
import io.jobhandler.JobRejectedException;
import io.jobhandler.OnCancelled;
import io.jobhandler.OnInterrupt;
import io.jobhandler.Progress;
import io.jobhandler.ProgressReporter;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Changes the configuration of the device, and takes the change back when the device does not bear
 * it.
 */
public final class ConfigUpdateHandler {
  /** What the service stores of a job that was done. */
  record Configured(int configVersion) {}

  private static final int STEPS_PER_SECOND = 5;

  private final ConfigFile file;
  private final Path dataRoot;

  /**
   * Makes a handler.
   *
   * @param file holds the configuration
   * @param dataRoot where the data folders of configurations are
   */
  public ConfigUpdateHandler(ConfigFile file, Path dataRoot) {
    this.file = file;
    this.dataRoot = dataRoot;
  }

  /** Called for each job with the operation {@code config_update}; may be cut off anywhere. */
  @JobHandler(operation = "config_update", stepTimeout = "PT2M", onInterrupt = OnInterrupt.RERUN)
  Configured update(ConfigUpdate update, @Progress ProgressReporter progress, JobContext context)
      throws IOException, InterruptedException {
    int before = versionBefore(context);
    refuseOlder(update.config(), before);
    progress.report(10, "writing");
    if (currentVersion() == before) {
      file.replace(update.config());
    }
    try {
      progress.report(30, "applying");
      apply(update.config());
      observe(Objects.requireNonNullElse(update.observeSeconds(), 0), progress);
    } catch (IOException | InterruptedException | RuntimeException e) {
      file.rollBack();
      throw e;
    }
    return new Configured(update.config().version());
  }

  /** Called when the job was cancelled; what was cut off has not taken its change back. */
  @OnCancelled(operation = "config_update")
  void takeBack(JobContext context) throws IOException {
    if (currentVersion() != versionBefore(context)) {
      file.rollBack();
    }
  }

  /** The version that was there when the job began. */
  private int versionBefore(JobContext context) throws IOException {
    return context.step("before", Integer.class, this::currentVersion);
  }

  private static void refuseOlder(DeviceConfig next, int current) {
    if (next.version() <= current) {
      throw new JobRejectedException(
          "VERSION_NOT_NEWER",
          "version %d is not newer than %d".formatted(next.version(), current));
    }
  }

  private int currentVersion() throws IOException {
    try {
      return file.read().version();
    } catch (NoSuchFileException | FileNotFoundException e) {
      return 0; // the device was never configured
    }
  }

  private void apply(DeviceConfig config) throws IOException {
    Path data = dataRoot.resolve(config.dataFolder());
    if (!Files.isDirectory(data)) {
      throw new NotDirectoryException(config.dataFolder());
    }
  }

  /** Watches the device for a while; an interrupt ends that at once. */
  private void observe(int seconds, ProgressReporter progress)
      throws IOException, InterruptedException {
    int steps = seconds * STEPS_PER_SECOND;
    for (int step = 1; step <= steps; step++) {
      Thread.sleep(1000 / STEPS_PER_SECOND);
      apply(file.read());
      progress.report(30 + 70 * step / steps, "observing");
    }
    progress.report(100, "observing");
  }
}
