package io.jobhandler.localjobs.internal.protocol;

import static java.util.Objects.requireNonNull;

import io.jobhandler.localjobs.internal.service.ErrorCode;
import io.jobhandler.localjobs.internal.service.ExecutionWithDocument;
import io.jobhandler.localjobs.internal.service.JobsService;
import io.jobhandler.localjobs.internal.service.PendingList;
import io.jobhandler.localjobs.internal.service.RequestRejectedException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers the requests of devices: topic and payload in, topic and payload out. */
public final class JobsApi {
  private static final Logger log = LoggerFactory.getLogger(JobsApi.class);

  private final JobsService service;
  private final InstantSource clock;

  public JobsApi(JobsService service, InstantSource clock) {
    this.service = service;
    this.clock = clock;
  }

  /** Tells whether a topic belongs to the Jobs API, valid or not. */
  public static boolean serves(String topic) {
    return JobsTopic.isJobs(topic);
  }

  /** Answers a request on a topic that this API {@linkplain #serves serves}. */
  public Outgoing answer(String topic, byte[] payload) {
    JobsTopic request = JobsTopic.parse(topic);
    if (request == null) {
      return refuse(topic, payload, ErrorCode.INVALID_TOPIC, "The topic maps to no operation");
    }
    RequestBody body = null;
    try {
      body = RequestBody.parse(payload, request.operation() != Operation.UPDATE);
      body.checkClientToken();
      return new Outgoing(topic + "/accepted", accepted(request, body));
    } catch (RequestRejectedException e) {
      return rejected(topic, body, e);
    } catch (RuntimeException e) {
      log.error("A request on {} failed", topic, e);
      return rejected(
          topic, body, new RequestRejectedException(ErrorCode.INTERNAL_ERROR, "Internal error"));
    }
  }

  private byte[] accepted(JobsTopic request, RequestBody body) {
    return switch (request.operation()) {
      case GET_PENDING -> getPending(request, body);
      case START_NEXT -> startNext(request, body);
      case DESCRIBE -> describe(request, body);
      case UPDATE -> update(request, body);
    };
  }

  private byte[] getPending(JobsTopic request, RequestBody body) {
    PendingList list = service.pending(request.scope());
    return withTrailer(
        body,
        writer -> {
          writer.summaries("inProgressJobs", list.inProgress());
          writer.summaries("queuedJobs", list.queued());
        });
  }

  private byte[] startNext(JobsTopic request, RequestBody body) {
    ExecutionWithDocument begun = service.startNext(request.scope(), Requests.startNext(body));
    return withTrailer(body, writer -> writer.execution(begun, true));
  }

  private byte[] describe(JobsTopic request, RequestBody body) {
    Long executionNumber = body.integer("executionNumber");
    boolean withDocument = body.flag("includeJobDocument", true);
    String jobId = requireNonNull(request.jobId());
    ExecutionWithDocument found =
        jobId.equals(JobsTopic.NEXT)
            ? service.describeNext(request.scope())
            : service.describe(request.scope(), jobId, executionNumber);
    return withTrailer(body, writer -> writer.execution(found, withDocument));
  }

  private byte[] update(JobsTopic request, RequestBody body) {
    boolean withState = body.flag("includeJobExecutionState", false);
    boolean withDocument = body.flag("includeJobDocument", false);
    String jobId = requireNonNull(request.jobId());
    ExecutionWithDocument updated = service.update(request.scope(), jobId, Requests.update(body));
    return withTrailer(
        body,
        writer -> {
          if (withState) {
            writer.state(updated.execution());
          }
          if (withDocument) {
            writer.document(updated.document());
          }
        });
  }

  private byte[] withTrailer(RequestBody body, PayloadWriter.Fields fields) {
    return PayloadWriter.object(
        writer -> {
          fields.write(writer);
          writer.time("timestamp", clock.instant());
          writer.text("clientToken", body.clientTokenOrNull());
        });
  }

  /** The answer to a request that was not looked at, as under throttling. */
  public Outgoing refuse(String topic, byte[] payload, ErrorCode code, String reason) {
    RequestRejectedException refusal = new RequestRejectedException(code, reason);
    try {
      return rejected(topic, RequestBody.parse(payload, true), refusal);
    } catch (RequestRejectedException unreadable) {
      return rejected(topic, null, refusal);
    }
  }

  private Outgoing rejected(String topic, @Nullable RequestBody body, RequestRejectedException e) {
    byte[] payload =
        PayloadWriter.object(
            writer -> {
              writer.text("code", e.code().wireName());
              writer.text("message", e.reason());
              writer.time("timestamp", clock.instant());
              writer.text("clientToken", body == null ? null : body.clientTokenOrNull());
              if (e.state() != null) {
                writer.state(e.state());
              }
            });
    return new Outgoing(topic + "/rejected", payload);
  }
}
