package io.jobhandler.localjobs.internal.protocol;

import io.jobhandler.localjobs.JobExecution;
import io.jobhandler.localjobs.internal.service.PendingList;
import io.jobhandler.localjobs.internal.service.ServiceEvent;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Encodes what devices are told without having asked. */
public final class Notifications {
  private Notifications() {}

  /** Sends the message of an event, if it has one. */
  public static void encode(ServiceEvent event, Consumer<Outgoing> sink) {
    if (event instanceof ServiceEvent.ListChanged changed) {
      sink.accept(new Outgoing(JobsTopic.notifyTopic(changed.scope()), list(changed)));
    } else if (event instanceof ServiceEvent.NextChanged changed
        && changed.scope().namespaceId() == null) {
      // The service has no notify-next topic for namespaces.
      String topic = JobsTopic.notifyNextTopic(changed.scope().thingName());
      sink.accept(new Outgoing(topic, next(changed)));
    }
  }

  private static byte[] list(ServiceEvent.ListChanged changed) {
    PendingList list = changed.list();
    return PayloadWriter.object(
        writer -> {
          writer.time("timestamp", changed.at());
          writer.object(
              "jobs",
              jobs -> {
                unlessEmpty(jobs, "IN_PROGRESS", list.inProgress());
                unlessEmpty(jobs, "QUEUED", list.queued());
              });
        });
  }

  private static void unlessEmpty(PayloadWriter jobs, String status, List<JobExecution> executions)
      throws IOException {
    if (!executions.isEmpty()) {
      jobs.summaries(status, executions);
    }
  }

  private static byte[] next(ServiceEvent.NextChanged changed) {
    return PayloadWriter.object(
        writer -> {
          writer.time("timestamp", changed.at());
          writer.nextExecution(changed.next());
        });
  }
}
