package io.jobhandler.localjobs;

import static java.util.Objects.requireNonNull;

import io.jobhandler.localjobs.internal.server.LocalServer;
import io.jobhandler.localjobs.internal.service.JobsService;
import io.jobhandler.localjobs.internal.tls.CertificateFiles;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The AWS IoT Jobs service in this process, for development and tests: devices speak MQTT 5 or
 * 3.1.1 with it, in the clear or with mutual TLS, on loopback; the methods here are what is
 * otherwise the control plane. Beside it there is an endpoint for artifacts that speaks HTTP as S3
 * does, and a signer for them.
 *
 * <p>Jobs live as long as the service; the certificates and artifacts stay in the state directory.
 * Things need not be registered, and any client certificate of the service's own CA may speak for
 * any thing.
 *
 * <p>Thread-safe. Nothing may be null. Only {@link Builder#start()} and {@link #close()} block;
 * notifications to devices follow on the service's own thread, in the order of the changes.
 */
public final class LocalJobs implements AutoCloseable {
  private final LocalServer server;
  private final JobsService service;
  private final CertificateFiles files;
  private final CodeSigner signer;
  private final int mqttPort;
  private final int mqttsPort;

  LocalJobs(
      LocalServer server, CertificateFiles files, CodeSigner signer, int mqttPort, int mqttsPort) {
    this.server = server;
    this.service = server.service();
    this.files = files;
    this.signer = signer;
    this.mqttPort = mqttPort;
    this.mqttsPort = mqttsPort;
  }

  /** {@return a builder; defaults: a directory until close, free ports, the system clock} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the host name to connect to, which the server's certificate is valid for} */
  public String host() {
    return "localhost";
  }

  /** {@return the port of the plain listener} */
  public int mqttPort() {
    return mqttPort;
  }

  /** {@return the port of the listener for mutual TLS} */
  public int mqttsPort() {
    return mqttsPort;
  }

  /** {@return the PEM file of the certificate that devices are to trust} */
  public Path caCertificate() {
    return files.caCertificate();
  }

  /** {@return the PEM file of a client certificate for devices} */
  public Path deviceCertificate() {
    return files.deviceCertificate();
  }

  /** {@return the PKCS#8 PEM file of the key of {@link #deviceCertificate()}} */
  public Path devicePrivateKey() {
    return files.devicePrivateKey();
  }

  /** {@return where artifacts are up- and downloaded: {@code http://127.0.0.1:<port>}} */
  public URI artifactEndpoint() {
    return server.artifacts().uri();
  }

  /** {@return the artifacts, for uploads and presigned URLs} */
  public Artifacts artifacts() {
    return new Artifacts(server.artifacts());
  }

  /**
   * {@return the requests to {@link #artifactEndpoint()} until now, in the order of the answers}
   */
  public List<ArtifactRequest> artifactRequests() {
    return server.artifacts().requests();
  }

  /** {@return what signs artifacts} */
  public CodeSigner signer() {
    return signer;
  }

  /**
   * Creates a job and queues an execution on each target.
   *
   * @param request the job
   * @throws LocalJobsException InvalidRequestException if a value breaks a rule given in {@link
   *     CreateJob}, or if the document has a placeholder for a presigned URL and there is no
   *     presignedUrlConfig; InvalidJobDocumentException if a placeholder lacks its closing brace;
   *     ResourceAlreadyExistsException if the job id is in use
   */
  public void createJob(CreateJob request) {
    service.createJob(request);
  }

  /**
   * Creates a job without an in-progress timer.
   *
   * @param jobId the job's id
   * @param document a JSON object
   * @param thingNames the targets
   * @throws LocalJobsException as {@link #createJob(CreateJob)}
   */
  public void createJob(String jobId, String document, String... thingNames) {
    createJob(CreateJob.builder(jobId).document(document).targets(thingNames).build());
  }

  /**
   * Cancels a job. Its QUEUED executions become CANCELED; those IN_PROGRESS too if forced,
   * otherwise the devices may finish them.
   *
   * @param jobId the job
   * @param force whether executions IN_PROGRESS are cancelled too; also takes a job that is
   *     CANCELED already
   * @throws LocalJobsException ResourceNotFoundException if there is no such job;
   *     InvalidRequestException if it has ended
   */
  public void cancelJob(String jobId, boolean force) {
    service.cancelJob(jobId, force);
  }

  /**
   * Cancels the latest execution of a job on a thing.
   *
   * @param thingName the thing
   * @param jobId the job
   * @param force whether an execution IN_PROGRESS is cancelled too
   * @throws LocalJobsException ResourceNotFoundException if there is no execution;
   *     InvalidStateTransitionException if it has ended, or is IN_PROGRESS and not forced
   */
  public void cancelJobExecution(String thingName, String jobId, boolean force) {
    service.cancelExecution(thingName, jobId, force);
  }

  /**
   * Deletes a job and all its executions. Its id can be used again.
   *
   * @param jobId the job
   * @param force whether a job IN_PROGRESS is deleted too
   * @throws LocalJobsException ResourceNotFoundException if there is no such job;
   *     InvalidStateTransitionException if it is IN_PROGRESS and not forced
   */
  public void deleteJob(String jobId, boolean force) {
    service.deleteJob(jobId, force);
  }

  /**
   * Deletes one execution.
   *
   * @param thingName the thing
   * @param jobId the job
   * @param executionNumber which execution, 1 for the first
   * @param force whether an execution IN_PROGRESS is deleted too
   * @throws LocalJobsException ResourceNotFoundException if there is no such execution;
   *     InvalidStateTransitionException if it is IN_PROGRESS and not forced
   */
  public void deleteJobExecution(
      String thingName, String jobId, long executionNumber, boolean force) {
    service.deleteExecution(thingName, jobId, executionNumber, force);
  }

  /**
   * {@return the job as it is now}
   *
   * @param jobId the job
   * @throws LocalJobsException ResourceNotFoundException if there is no such job
   */
  public Job describeJob(String jobId) {
    return service.describeJob(jobId);
  }

  /**
   * {@return the latest execution of a job on a thing as it is now, in whatever status}
   *
   * @param thingName the thing
   * @param jobId the job
   * @throws LocalJobsException ResourceNotFoundException if there is none
   */
  public JobExecution describeJobExecution(String thingName, String jobId) {
    return service.describeExecution(thingName, jobId);
  }

  /**
   * {@return all executions of a thing that have not ended, without those of namespaces:
   * IN_PROGRESS before QUEUED, each by the time of queueing, so that the first is what devices get
   * as {@code $next}}
   *
   * @param thingName the thing
   */
  public List<JobExecution> pendingJobExecutions(String thingName) {
    return service.allPending(thingName);
  }

  /**
   * Executes a job again on a thing, as the service does by itself where a job is configured so.
   *
   * @param thingName the thing
   * @param jobId the job
   * @return the new execution, QUEUED, with the next executionNumber
   * @throws LocalJobsException ResourceNotFoundException if there is none;
   *     InvalidStateTransitionException unless it is FAILED or TIMED_OUT and the job not CANCELED
   */
  public JobExecution retryJobExecution(String thingName, String jobId) {
    return service.retry(thingName, jobId);
  }

  /**
   * Waits for the latest execution of a job on a thing to end.
   *
   * @param thingName the thing
   * @param jobId the job
   * @return a future completed on the common pool after the messages of the end were sent; it fails
   *     with a {@link LocalJobsException} if the execution is deleted, with an {@link
   *     IllegalStateException} when the service is closed
   * @throws LocalJobsException ResourceNotFoundException if there is no execution
   */
  public CompletableFuture<JobExecution> whenTerminal(String thingName, String jobId) {
    return service.whenTerminal(thingName, jobId);
  }

  /**
   * {@return what was asked of the executions of a job on a thing, accepted or refused, oldest
   * first; survives their deletion}
   *
   * @param thingName the thing
   * @param jobId the job
   */
  public List<Transition> history(String thingName, String jobId) {
    return service.history(thingName, jobId);
  }

  /** {@return the counts of what has passed through the listeners until now} */
  public Traffic traffic() {
    return server.traffic().snapshot();
  }

  /** {@return the switches that make this service misbehave} */
  public Faults faults() {
    return new Faults(server);
  }

  /** Ends all connections. Blocks until the ports are free. A second call does nothing. */
  @Override
  public void close() {
    server.close();
  }

  /** Collects the settings of a service. Not thread-safe. */
  public static final class Builder {
    private @Nullable Path stateDirectory;
    private int mqttPort;
    private int mqttsPort;
    private int artifactPort;
    private ServiceClock clock = ServiceClock.system();

    private Builder() {}

    /**
     * {@return this builder, with the place of certificates and artifacts set; made once, used at
     * later starts}
     *
     * @param dir a directory, created if it is missing
     */
    public Builder stateDirectory(Path dir) {
      stateDirectory = requireNonNull(dir, "dir");
      return this;
    }

    /**
     * {@return this builder, with the port of the plain listener set}
     *
     * @param port the port, 0 for any that is free
     */
    public Builder mqttPort(int port) {
      mqttPort = Startup.checkedPort("mqttPort", port);
      return this;
    }

    /**
     * {@return this builder, with the port of the listener for mutual TLS set}
     *
     * @param port the port, 0 for any that is free
     */
    public Builder mqttsPort(int port) {
      mqttsPort = Startup.checkedPort("mqttsPort", port);
      return this;
    }

    /**
     * {@return this builder, with the port of the artifact endpoint set}
     *
     * @param port the port, 0 for any that is free
     */
    public Builder artifactPort(int port) {
      artifactPort = Startup.checkedPort("artifactPort", port);
      return this;
    }

    /**
     * {@return this builder, with the clock of timestamps, timers and presigned URLs set}
     *
     * @param value the clock
     */
    public Builder clock(ServiceClock value) {
      clock = requireNonNull(value, "clock");
      return this;
    }

    /**
     * Starts the service. Blocks until all listeners are open.
     *
     * @return the running service, to be closed by the caller
     * @throws IllegalStateException if a port is taken or the state directory is incomplete
     * @throws UncheckedIOException if the state directory cannot be written
     */
    public LocalJobs start() {
      return new Startup(stateDirectory, clock, mqttPort, mqttsPort, artifactPort).start();
    }
  }
}
