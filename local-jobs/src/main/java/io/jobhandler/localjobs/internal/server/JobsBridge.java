package io.jobhandler.localjobs.internal.server;

import io.jobhandler.localjobs.JobExecution;
import io.jobhandler.localjobs.internal.mqtt.Session;
import io.jobhandler.localjobs.internal.protocol.JobsApi;
import io.jobhandler.localjobs.internal.protocol.Notifications;
import io.jobhandler.localjobs.internal.protocol.Outgoing;
import io.jobhandler.localjobs.internal.service.ErrorCode;
import io.jobhandler.localjobs.internal.service.JobsService;
import io.jobhandler.localjobs.internal.service.ServiceEvent;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries requests from the broker to the Jobs API, and its answers and notifications back. On the
 * event loop.
 */
final class JobsBridge {
  private static final Logger log = LoggerFactory.getLogger(JobsBridge.class);

  private final JobsService service;
  private final JobsApi api;
  private final FaultPlan faults;
  private final Deliveries deliveries;

  JobsBridge(JobsService service, JobsApi api, FaultPlan faults, Deliveries deliveries) {
    this.service = service;
    this.api = api;
    this.faults = faults;
    this.deliveries = deliveries;
  }

  void published(Session from, String topic, byte[] payload) {
    if (!JobsApi.serves(topic)) {
      log.debug("{} publishes to {}, which no service here answers", from.clientId(), topic);
      return;
    }
    if (faults.dropsNextRequest()) {
      log.debug("{} gets no answer to a request on {}", from.clientId(), topic);
      return;
    }
    ErrorCode rejection = faults.rejectionOfNextRequest();
    Outgoing answer =
        rejection == null
            ? api.answer(topic, payload)
            : api.refuse(topic, payload, rejection, "Rejected on request of the test");
    deliveries.respond(from.clientId(), answer);
    deliverEvents();
  }

  /** Sends what has happened, in the order in which it happened. */
  void deliverEvents() {
    service.drain(this::deliver);
  }

  private void deliver(ServiceEvent event) {
    if (event instanceof ServiceEvent.Ended ended) {
      JobExecution execution = ended.execution();
      // Not on the event loop: what hangs on these futures may block.
      ended.waiting().forEach(future -> future.completeAsync(() -> execution));
    } else if (event instanceof ServiceEvent.Deleted deleted) {
      deleted
          .waiting()
          .forEach(future -> future.defaultExecutor().execute(() -> fail(deleted, future)));
    } else {
      Notifications.encode(event, deliveries::notify);
    }
  }

  private static void fail(ServiceEvent.Deleted deleted, CompletableFuture<JobExecution> future) {
    future.completeExceptionally(deleted.cause());
  }
}
