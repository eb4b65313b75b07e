package io.jobhandler.torture;

import io.jobhandler.torture.device.Bug;
import io.jobhandler.torture.device.DeviceArguments;
import io.jobhandler.torture.plan.KillPlan;
import io.jobhandler.torture.plan.Kind;
import io.jobhandler.torture.plan.PlannedJob;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What the device's processes are started from. They are many, so that the classes they load are
 * archived, and the native library is unpacked once: a process that is killed leaves no copy.
 *
 * @param directory where all of it is
 * @param classPath jars only, since classes in folders are not archived
 */
record Image(Path directory, String classPath) {
  private static final long PATIENCE_SECONDS = 300;
  private static final long LOOK_NANOS = 10_000_000;

  static Image build(Path directory) throws IOException, InterruptedException {
    Files.createDirectories(directory);
    NativeLibrary.extract(directory.resolve("native"));
    List<String> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      entries.add(
          Files.isDirectory(path)
              ? jar(path, directory.resolve("classes-" + entries.size() + ".jar")).toString()
              : entry);
    }
    Image image = new Image(directory, String.join(File.pathSeparator, entries));
    image.archive();
    return image;
  }

  private static Path jar(Path folder, Path jar) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    }
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Path file : files) {
        String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(file, zip);
      }
    }
    return jar;
  }

  /** Has a device carry out a job, and end. Without an archive everything works, only slower. */
  private void archive() throws IOException, InterruptedException {
    Path archive = archiveFile();
    Files.deleteIfExists(archive);
    Device device = Device.make(directory, "trial");
    PlannedJob job =
        new PlannedJob(
            "trial",
            Kind.STEPS,
            "{\"operation\":\"steps\",\"millis\":0,\"failures\":0}",
            false,
            Duration.ZERO);
    try (Service service = Service.start(directory.resolve("certificates"))) {
      service.create(device.thing(), job);
      DeviceArguments arguments =
          new DeviceArguments(
              service.port(),
              device.thing(),
              0,
              device.journal(),
              directory.resolve("trial-ledger"),
              device.bootFile());
      Life.Start start =
          new Life.Start(
              arguments, Bug.NONE, new KillPlan.Never(), directory.resolve("trial.log"), this);
      try (Life life = start.begin("-XX:ArchiveClassesAtExit=" + archive)) {
        long end = System.nanoTime() + Duration.ofSeconds(PATIENCE_SECONDS).toNanos();
        while (!service.hasEnded(device.thing(), job)) {
          if (life.isOver() || System.nanoTime() - end > 0) {
            throw new IllegalStateException(
                "the device does not carry out a job; see " + start.log());
          }
          LockSupport.parkNanos(LOOK_NANOS);
        }
        life.terminate();
        life.end();
      }
    }
  }

  private Path archiveFile() {
    return directory.resolve("classes.jsa");
  }

  /** The options of a Java process of the device, without its main class. */
  List<String> options() {
    List<String> options =
        new ArrayList<>(
            List.of("-cp", classPath, "-Djava.library.path=" + directory.resolve("native")));
    if (Files.exists(archiveFile())) {
      options.add("-XX:SharedArchiveFile=" + archiveFile());
    }
    return options;
  }
}
