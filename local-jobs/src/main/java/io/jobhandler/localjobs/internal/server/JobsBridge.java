package io.jobhandler.localjobs.internal.server;

import io.jobhandler.localjobs.JobExecution;
import io.jobhandler.localjobs.internal.mqtt.Broker;
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

  JobsBridge(JobsService service, JobsApi api, FaultPlan faults) {
    this.service = service;
    this.api = api;
    this.faults = faults;
  }

  void published(Broker broker, Session from, String topic, byte[] payload) {
    if (!JobsApi.serves(topic)) {
      log.debug("{} publishes to {}, which no service here answers", from.clientId(), topic);
      return;
    }
    ErrorCode rejection = faults.rejectionOfNextRequest();
    Outgoing answer =
        rejection == null
            ? api.answer(topic, payload)
            : api.refuse(topic, payload, rejection, "Rejected on request of the test");
    for (int copies = faults.copiesOfNextResponse(); copies > 0; copies--) {
      broker.reply(from, answer.topic(), answer.payload());
    }
    deliverEvents(broker);
  }

  /** Sends what has happened, in the order in which it happened. */
  void deliverEvents(Broker broker) {
    service.drain(event -> deliver(broker, event));
  }

  private void deliver(Broker broker, ServiceEvent event) {
    if (event instanceof ServiceEvent.Ended ended) {
      JobExecution execution = ended.execution();
      // Not on the event loop: what hangs on these futures may block.
      ended.waiting().forEach(future -> future.completeAsync(() -> execution));
    } else if (event instanceof ServiceEvent.Deleted deleted) {
      deleted
          .waiting()
          .forEach(future -> future.defaultExecutor().execute(() -> fail(deleted, future)));
    } else {
      Notifications.encode(event, message -> notify(broker, message));
    }
  }

  private static void fail(ServiceEvent.Deleted deleted, CompletableFuture<JobExecution> future) {
    future.completeExceptionally(deleted.cause());
  }

  private void notify(Broker broker, Outgoing message) {
    if (!faults.dropsNextNotification()) {
      broker.broadcast(message.topic(), message.payload());
    }
  }
}
