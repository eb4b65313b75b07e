package io.jobhandler.jobs;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what arrives and tells everyone who listens to it. */
final class JobsEvents {

  /** An answer together with the job that its topic names. */
  record Answer<T>(@Nullable String jobId, T message) {}

  final Listeners<JobExecutionsChangedEvent> changed = new Listeners<>();
  final Listeners<NextJobExecutionChangedEvent> nextChanged = new Listeners<>();
  final Listeners<ConnectionState> connection = new Listeners<>();
  private final Map<Operation, Listeners<Answer<JobsResponse>>> accepted = perOperation();
  private final Map<Operation, Listeners<Answer<RejectedError>>> rejected = perOperation();

  private static <T> Map<Operation, Listeners<T>> perOperation() {
    Map<Operation, Listeners<T>> listeners = new EnumMap<>(Operation.class);
    for (Operation operation : Operation.values()) {
      listeners.put(operation, new Listeners<>());
    }
    return listeners;
  }

  Listeners<Answer<JobsResponse>> accepted(Operation operation) {
    return accepted.getOrDefault(operation, new Listeners<>());
  }

  Listeners<Answer<RejectedError>> rejected(Operation operation) {
    return rejected.getOrDefault(operation, new Listeners<>());
  }

  /** Reads a message, tells it, and gives it back where it is the answer to a request. */
  @Nullable JobsResponse read(JobsTopics.Inbound inbound, byte[] payload) throws IOException {
    if (inbound instanceof JobsTopics.Inbound.Changed) {
      changed.tell(JobsJson.read(payload, JobExecutionsChangedEvent.class));
      return null;
    }
    if (inbound instanceof JobsTopics.Inbound.NextChanged) {
      nextChanged.tell(JobsJson.read(payload, NextJobExecutionChangedEvent.class));
      return null;
    }
    return readAnswer((JobsTopics.Inbound.Answer) inbound, payload);
  }

  private JobsResponse readAnswer(JobsTopics.Inbound.Answer inbound, byte[] payload)
      throws IOException {
    if (inbound.accepted()) {
      JobsResponse response = JobsJson.read(payload, inbound.operation().responseType());
      accepted(inbound.operation()).tell(new Answer<>(inbound.jobId(), response));
      return response;
    }
    RejectedError error = JobsJson.read(payload, RejectedError.class);
    rejected(inbound.operation()).tell(new Answer<>(inbound.jobId(), error));
    return error;
  }
}
