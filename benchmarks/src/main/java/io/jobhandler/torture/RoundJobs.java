package io.jobhandler.torture;

import io.jobhandler.torture.check.HistoryLine;
import io.jobhandler.torture.ledger.LedgerLine;
import io.jobhandler.torture.ledger.What;
import io.jobhandler.torture.plan.PlannedJob;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A round's jobs in the service: creates them, cancels some, and sees them end. */
final class RoundJobs {
  private final Service service;
  private final String thing;
  private final List<PlannedJob> jobs;
  private final Set<PlannedJob> open = new LinkedHashSet<>();
  private final Set<PlannedJob> toCreate;
  private final Map<PlannedJob, Long> toCancel = new HashMap<>();
  private final Set<PlannedJob> cancelled = new HashSet<>();

  RoundJobs(Service service, String thing, List<PlannedJob> jobs) {
    this.service = service;
    this.thing = thing;
    this.jobs = jobs;
    this.toCreate = new LinkedHashSet<>(jobs);
  }

  /** Creates those jobs that are there before the device is. */
  void createFirst() throws InterruptedException {
    for (PlannedJob job : jobs) {
      if (!job.late()) {
        create(job);
      }
    }
  }

  private void create(PlannedJob job) throws InterruptedException {
    if (toCreate.remove(job)) {
      service.create(thing, job);
      open.add(job);
    }
  }

  /** Takes note of what the device has done. */
  void look(List<LedgerLine> lines) throws InterruptedException {
    if (!lines.isEmpty()) {
      for (PlannedJob job : List.copyOf(toCreate)) {
        create(job);
      }
    }
    for (PlannedJob job : jobs) {
      if (job.kind().isCancelled() && !toCancel.containsKey(job) && hasStarted(job, lines)) {
        toCancel.put(job, System.nanoTime() + job.cancelAfter().toNanos());
      }
    }
  }

  private static boolean hasStarted(PlannedJob job, List<LedgerLine> lines) {
    return lines.stream()
        .anyMatch(line -> line.what() == What.STARTED && line.jobId().equals(job.jobId()));
  }

  /** Cancels what is due. */
  void cancelDue() throws InterruptedException {
    for (Map.Entry<PlannedJob, Long> entry : toCancel.entrySet()) {
      if (System.nanoTime() - entry.getValue() >= 0 && cancelled.add(entry.getKey())) {
        service.cancel(thing, entry.getKey());
      }
    }
  }

  /** Asks the service whether all have ended. */
  boolean haveEnded() throws InterruptedException {
    for (PlannedJob job : List.copyOf(open)) {
      if (service.hasEnded(thing, job)) {
        open.remove(job);
      }
    }
    return open.isEmpty() && toCreate.isEmpty();
  }

  /** What the service was asked for, by job. */
  Map<String, List<HistoryLine>> histories() throws InterruptedException {
    Map<String, List<HistoryLine>> histories = new HashMap<>();
    for (PlannedJob job : jobs) {
      histories.put(job.jobId(), service.history(thing, job));
    }
    return histories;
  }
}
