package io.jobhandler.examples.demo;

import io.jobhandler.examples.device.DeviceFolder;
import io.jobhandler.localjobs.CreateJob;
import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.localjobs.JobExecution;
import io.jobhandler.localjobs.LocalJobs;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Starts the Jobs service and a device, has the device carry out some jobs, and prints how each
 * ended, read back from the service. Exit code 0 if all ended as they must. With {@code
 * -Ddemo.serve} everything then keeps running until the process is told to end.
 */
public final class Demo {
  private static final String THING = "demo-device";
  private static final String DOWNLOAD_ROLE = "arn:aws:iam::123456789012:role/downloads";
  private static final Duration JOB_LIMIT = Duration.ofMinutes(1);
  private static final long LOOK_EVERY_MILLIS = 100;

  private final PrintStream out;
  private final LocalJobs service;
  private final Device device;
  private final Path state;

  private Demo(PrintStream out, LocalJobs service, Device device, Path state) {
    this.out = out;
    this.service = service;
    this.device = device;
    this.state = state;
  }

  /**
   * Runs the demo.
   *
   * @param args none
   * @throws IOException if the device's folder cannot be used
   * @throws InterruptedException if the process is told to end
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path state = Files.createTempDirectory("jobhandler-demo");
    Files.createDirectory(state.resolve("readings"));
    boolean asExpected;
    try (LocalJobs service = LocalJobs.builder().stateDirectory(state.resolve("cloud")).start();
        Device device = Device.start(service, THING, state)) {
      Demo demo = new Demo(System.out, service, device, state);
      asExpected = demo.run(DemoJobs.prepare(new DemoFirmware(service, state)));
      if (Boolean.getBoolean("demo.serve")) {
        demo.serve();
      }
    }
    System.exit(asExpected ? 0 : 1);
  }

  private boolean run(DemoJobs jobs) throws IOException, InterruptedException {
    out.printf("AWS IoT Jobs on mqtts://%s:%d%n", service.host(), service.mqttsPort());
    out.printf("Device '%s', log in %s%n%n", THING, DeviceProcess.log(state));
    jobs.all().forEach(this::create);
    for (DemoJob job : jobs.all()) {
      follow(job);
    }
    boolean asExpected =
        new DeviceState(new DeviceFolder(state)).isAsExpected(jobs, device.boots(), out);
    List<String> ends = jobs.all().stream().map(this::end).toList();
    ends.forEach(out::println);
    return asExpected && ends.equals(jobs.all().stream().map(DemoJob::expected).toList());
  }

  private void create(DemoJob job) {
    service.createJob(
        CreateJob.builder(job.jobId())
            .document(job.document())
            .targets(THING)
            .presignedUrlConfig(DOWNLOAD_ROLE)
            .build());
  }

  /** Says what others need to join in, and waits until the process is told to end. */
  private void serve() throws InterruptedException {
    out.printf("%nServing until the process is told to end.%n");
    out.printf("MQTT    mqtts://%s:%d and mqtt://", service.host(), service.mqttsPort());
    out.printf("%s:%d%n", service.host(), service.mqttPort());
    out.printf("files   %s%n", service.artifactEndpoint());
    out.printf("CA      %s%n", service.caCertificate());
    out.printf("device  %s, %s%n", service.deviceCertificate(), service.devicePrivateKey());
    device.awaitEnd();
  }

  private void follow(DemoJob job) throws InterruptedException {
    ProgressBar bar = new ProgressBar(out);
    long limit = System.nanoTime() + JOB_LIMIT.toNanos();
    boolean cancelled = false;
    JobExecution execution = look(job);
    while (!isOver(execution) && System.nanoTime() < limit && device.isAlive()) {
      draw(bar, execution);
      if (job.cancelled() && !cancelled && progress(execution).contains("observing")) {
        service.cancelJob(job.jobId(), true);
        cancelled = true;
      }
      Thread.sleep(LOOK_EVERY_MILLIS);
      execution = look(job);
    }
    draw(bar, execution);
    bar.end();
  }

  private JobExecution look(DemoJob job) {
    return service.describeJobExecution(THING, job.jobId());
  }

  private static boolean isOver(JobExecution execution) {
    return execution.status() != ExecutionStatus.QUEUED
        && execution.status() != ExecutionStatus.IN_PROGRESS;
  }

  private static void draw(ProgressBar bar, JobExecution execution) {
    bar.draw(execution.jobId(), execution.status().name(), progress(execution));
  }

  private static String progress(JobExecution execution) {
    return execution.statusDetails().getOrDefault("progress", "0");
  }

  private String end(DemoJob job) {
    JobExecution execution = look(job);
    return "%s %s %s"
        .formatted(
            job.jobId(),
            execution.status(),
            execution.statusDetails().getOrDefault("reasonCode", "-"));
  }
}
