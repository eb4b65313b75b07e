package io.jobhandler.torture.check;

import io.jobhandler.torture.ledger.End;
import io.jobhandler.torture.ledger.LedgerLine;
import io.jobhandler.torture.ledger.What;
import io.jobhandler.torture.plan.Kind;
import io.jobhandler.torture.plan.PlannedJob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A round as the checks see it, told step by step. Begins with a first process. */
final class Scenario {
  private final List<PlannedJob> jobs = new ArrayList<>();
  private final List<LedgerLine> lines = new ArrayList<>();
  private final Map<String, List<HistoryLine>> histories = new HashMap<>();
  private final TreeSet<Integer> killed = new TreeSet<>();
  private final Set<Integer> restarted = new HashSet<>();
  private final Set<String> cancelledBefore = new HashSet<>();
  private long now;
  private int life;
  private int boot;

  Scenario() {
    line(What.UP, "", 0, "", "");
  }

  Scenario line(What what, String jobId, int attempt, String step, String value) {
    lines.add(
        new LedgerLine(
            now++, life, 1000 + life, "boot " + boot, what, jobId, 1, attempt, step, value));
    return this;
  }

  /** A job that the device has begun. */
  Scenario job(String jobId, Kind kind) {
    return queuedJob(jobId, kind).history(jobId, "QUEUED", "IN_PROGRESS", "DEVICE", true, "");
  }

  Scenario queuedJob(String jobId, Kind kind) {
    jobs.add(new PlannedJob(jobId, kind, "{}", false, Duration.ZERO));
    return history(jobId, "", "QUEUED", "CONTROL", true, "");
  }

  Scenario cancelledBefore(String jobId) {
    cancelledBefore.add(jobId);
    return this;
  }

  Scenario started(String jobId, int attempt) {
    return line(What.STARTED, jobId, attempt, "", "");
  }

  Scenario continued(String jobId, int attempt, String cause) {
    return line(What.CONTINUED, jobId, attempt, "", cause);
  }

  Scenario restoring(String jobId, int attempt) {
    return line(What.CANCELLED, jobId, attempt, "", "");
  }

  Scenario ended(String jobId, int attempt, End end) {
    return line(What.ENDED, jobId, attempt, end.name(), "");
  }

  /** The process is killed, and the next is up. */
  Scenario kill() {
    killed.add(life);
    return nextLife();
  }

  /** The power goes, and the device boots anew. */
  Scenario powerCut() {
    boot++;
    return kill();
  }

  /** The process ends as a handler has asked, and the next is up. */
  Scenario restart() {
    restarted.add(life);
    return nextLife();
  }

  Scenario reboot() {
    boot++;
    return restart();
  }

  private Scenario nextLife() {
    life++;
    return line(What.UP, "", 0, "", "");
  }

  /** The service accepts an end from the device. */
  Scenario accepts(String jobId, String status, String reasonCode) {
    return history(jobId, "IN_PROGRESS", status, "DEVICE", true, reasonCode);
  }

  Scenario refuses(String jobId, String status) {
    return history(jobId, "CANCELED", status, "DEVICE", false, "");
  }

  Scenario cancels(String jobId) {
    return history(jobId, "IN_PROGRESS", "CANCELED", "CONTROL", true, "");
  }

  Scenario history(
      String jobId, String from, String to, String actor, boolean accepted, String reasonCode) {
    histories
        .computeIfAbsent(jobId, id -> new ArrayList<>())
        .add(new HistoryLine(now++, 1, from, to, actor, accepted, reasonCode));
    return this;
  }

  /** The findings in short, for instance {@code LOST a}. */
  List<String> findings() {
    return Checks.findings(facts()).stream()
        .map(finding -> finding.type() + " " + finding.jobId())
        .toList();
  }

  Facts facts() {
    return new Facts(jobs, lines, histories, killed, restarted, cancelledBefore);
  }
}
