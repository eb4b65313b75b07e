package io.jobhandler.jobs;

import io.jobhandler.spi.MqttQos;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The protocol as messages, for those who come from the SDK's {@code IotJobsClient}: publish a
 * request at a chosen QoS, and listen to each operation's accepted and rejected messages. Nothing
 * is sent again, and whoever wants to tell answers apart sets a {@code clientToken}.
 *
 * <p>The subscriptions stand already. Safe for use by several threads; listeners are called on the
 * client's loop, also for the answers to requests of the client's futures.
 */
public final class JobsCallbacks {
  private final RequestSender requests;
  private final JobsEvents events;

  JobsCallbacks(RequestSender requests, JobsEvents events) {
    this.requests = requests;
    this.events = events;
  }

  /**
   * Publishes a request for the pending list.
   *
   * @param request the request
   * @param qos how often it may arrive
   * @return completed when it was acknowledged; failed where it is not known to have arrived
   */
  public CompletableFuture<Void> publishGetPendingJobExecutions(
      GetPendingJobExecutionsRequest request, MqttQos qos) {
    return requests.publish(Operation.GET_PENDING, null, request, qos);
  }

  /**
   * Publishes a request to begin the head of the pending list.
   *
   * @param request the request
   * @param qos how often it may arrive
   * @return completed when it was acknowledged; failed where it is not known to have arrived
   */
  public CompletableFuture<Void> publishStartNextPendingJobExecution(
      StartNextPendingJobExecutionRequest request, MqttQos qos) {
    return requests.publish(Operation.START_NEXT, null, request, qos);
  }

  /**
   * Publishes a request for one execution.
   *
   * @param request the request
   * @param qos how often it may arrive
   * @return completed when it was acknowledged; failed where it is not known to have arrived
   */
  public CompletableFuture<Void> publishDescribeJobExecution(
      DescribeJobExecutionRequest request, MqttQos qos) {
    return requests.publish(Operation.DESCRIBE, request.jobId(), request, qos);
  }

  /**
   * Publishes an update of one execution.
   *
   * @param request the request
   * @param qos how often it may arrive
   * @return completed when it was acknowledged; failed where it is not known to have arrived
   */
  public CompletableFuture<Void> publishUpdateJobExecution(
      UpdateJobExecutionRequest request, MqttQos qos) {
    return requests.publish(Operation.UPDATE, request.jobId(), request, qos);
  }

  /**
   * Listens to pending lists that were asked for.
   *
   * @param listener called with each
   * @return takes the listener back
   */
  public Registration onGetPendingJobExecutionsAccepted(
      Consumer<GetPendingJobExecutionsResponse> listener) {
    return onAccepted(Operation.GET_PENDING, GetPendingJobExecutionsResponse.class, listener);
  }

  /**
   * Listens to refusals of the pending list.
   *
   * @param listener called with each
   * @return takes the listener back
   */
  public Registration onGetPendingJobExecutionsRejected(Consumer<RejectedError> listener) {
    return onRejected(Operation.GET_PENDING, listener);
  }

  /**
   * Listens to executions that were begun.
   *
   * @param listener called with each
   * @return takes the listener back
   */
  public Registration onStartNextPendingJobExecutionAccepted(
      Consumer<StartNextJobExecutionResponse> listener) {
    return onAccepted(Operation.START_NEXT, StartNextJobExecutionResponse.class, listener);
  }

  /**
   * Listens to refusals to begin an execution.
   *
   * @param listener called with each
   * @return takes the listener back
   */
  public Registration onStartNextPendingJobExecutionRejected(Consumer<RejectedError> listener) {
    return onRejected(Operation.START_NEXT, listener);
  }

  /**
   * Listens to descriptions of one job's executions.
   *
   * @param jobId the job, or {@code $next} as in the request
   * @param listener called with each
   * @return takes the listener back
   */
  public Registration onDescribeJobExecutionAccepted(
      String jobId, Consumer<DescribeJobExecutionResponse> listener) {
    return onAccepted(Operation.DESCRIBE, jobId, DescribeJobExecutionResponse.class, listener);
  }

  /**
   * Listens to refusals to describe one job's executions.
   *
   * @param jobId the job, or {@code $next} as in the request
   * @param listener called with each
   * @return takes the listener back
   */
  public Registration onDescribeJobExecutionRejected(
      String jobId, Consumer<RejectedError> listener) {
    return onRejected(Operation.DESCRIBE, jobId, listener);
  }

  /**
   * Listens to accepted updates of one job's executions.
   *
   * @param jobId the job
   * @param listener called with each
   * @return takes the listener back
   */
  public Registration onUpdateJobExecutionAccepted(
      String jobId, Consumer<UpdateJobExecutionResponse> listener) {
    return onAccepted(Operation.UPDATE, jobId, UpdateJobExecutionResponse.class, listener);
  }

  /**
   * Listens to refused updates of one job's executions.
   *
   * @param jobId the job
   * @param listener called with each
   * @return takes the listener back
   */
  public Registration onUpdateJobExecutionRejected(String jobId, Consumer<RejectedError> listener) {
    return onRejected(Operation.UPDATE, jobId, listener);
  }

  private <T> Registration onAccepted(Operation operation, Class<T> type, Consumer<T> listener) {
    return events.accepted(operation).add(answer -> listener.accept(type.cast(answer.message())));
  }

  private <T> Registration onAccepted(
      Operation operation, String jobId, Class<T> type, Consumer<T> listener) {
    return events
        .accepted(operation)
        .add(
            answer -> {
              if (jobId.equals(answer.jobId())) {
                listener.accept(type.cast(answer.message()));
              }
            });
  }

  private Registration onRejected(Operation operation, Consumer<RejectedError> listener) {
    return events.rejected(operation).add(answer -> listener.accept(answer.message()));
  }

  private Registration onRejected(
      Operation operation, String jobId, Consumer<RejectedError> listener) {
    return events
        .rejected(operation)
        .add(
            answer -> {
              if (Objects.equals(jobId, answer.jobId())) {
                listener.accept(answer.message());
              }
            });
  }
}
