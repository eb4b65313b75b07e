package io.jobhandler.torture;

import io.jobhandler.benchmarks.DelayProxy;
import io.jobhandler.torture.check.Checks;
import io.jobhandler.torture.check.Facts;
import io.jobhandler.torture.check.Finding;
import io.jobhandler.torture.device.DeviceArguments;
import io.jobhandler.torture.device.DeviceRestarts;
import io.jobhandler.torture.ledger.LedgerReader;
import io.jobhandler.torture.plan.KillPlan;
import io.jobhandler.torture.plan.RoundPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;

/** One round: its jobs, and the processes of the device that are killed while they run. */
final class Round implements AutoCloseable {
  private static final long LOOK_NANOS = 1_000_000;
  private static final long ASK_NANOS = 30_000_000;

  private static final long STANDSTILL_NANOS = 1_000_000_000;

  /** Far more than kills and restarts need; a device that restarts without end is stopped. */
  private static final int MOST_LIVES = 50;

  /** So many times its patience is the longest that a round may take. */
  private static final int LONGEST = 10;

  private final RoundPlan plan;
  private final Setting setting;
  private final RoundJobs jobs;
  private final LedgerReader ledger;
  private final DelayProxy link;
  private final long startNanos = System.nanoTime();
  private final NavigableSet<Integer> killed = new TreeSet<>();
  private final Set<Integer> restarted = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();
  private int lives;
  private int cuts;
  private long lastEventNanos = startNanos;
  private long askNanos = startNanos;
  private boolean over;

  /**
   * What a round takes place in.
   *
   * @param settings the run's
   * @param service the service
   * @param device the device
   * @param directory for the ledger and the device's log
   * @param image what the device is started from
   * @param firstLife the number of the first process
   * @param cancelledBefore the jobs of earlier rounds that were cancelled
   */
  record Setting(
      TortureSettings settings,
      Service service,
      Device device,
      Path directory,
      Image image,
      int firstLife,
      Set<String> cancelledBefore) {

    Path ledger() {
      return directory.resolve("ledger");
    }

    Path log() {
      return directory.resolve("device.log");
    }
  }

  /**
   * What came of a round.
   *
   * @param findings what must not be
   * @param starts how many handlers were started
   * @param kills how many processes were killed
   * @param lives how many processes there were
   * @param ends how executions ended: status and reason
   */
  record Result(List<Finding> findings, long starts, int kills, int lives, List<String> ends) {}

  Round(RoundPlan plan, Setting setting) throws IOException {
    this.plan = plan;
    this.setting = setting;
    this.jobs = new RoundJobs(setting.service(), setting.device().thing(), plan.jobs());
    this.ledger = LedgerReader.open(setting.ledger());
    this.link = new DelayProxy(setting.service().port(), plan.link().latency());
  }

  Result run() throws IOException, InterruptedException {
    setting.service().disturb(plan.link());
    jobs.createFirst();
    while (!over && lives < MOST_LIVES) {
      live();
    }
    Facts facts = facts();
    findings.addAll(Checks.findings(facts));
    return new Result(
        List.copyOf(findings),
        Checks.starts(facts.lines()),
        killed.size(),
        lives,
        Checks.ends(facts));
  }

  private Facts facts() throws InterruptedException {
    return new Facts(
        plan.jobs(),
        ledger.lines(),
        jobs.histories(),
        killed,
        restarted,
        setting.cancelledBefore());
  }

  /** From the start of a process to its end. */
  private void live() throws IOException, InterruptedException {
    KillPlan kill = plan.kill(lives);
    boolean powerCut = plan.hasPowerCut(lives);
    lastEventNanos = System.nanoTime();
    try (Life life = begin(kill)) {
      lives++;
      follow(life, new KillMoment(kill, life));
      onEnd(life.number(), life.end(), powerCut);
      ledger.poll();
    }
  }

  private void onEnd(int life, int code, boolean powerCut) throws IOException {
    if (code == Life.KILLED) {
      killed.add(life);
    } else if (code == DeviceRestarts.REBOOT || code == DeviceRestarts.RESTART) {
      restarted.add(life);
    } else if (!over) {
      over = true;
      findings.add(
          new Finding(
              Finding.Type.WRONG, "-", "the device's process ended by itself with " + code));
    }
    if (code == DeviceRestarts.REBOOT || (code == Life.KILLED && powerCut)) {
      setting.device().boot();
    }
  }

  private Life begin(KillPlan kill) throws IOException {
    Device device = setting.device();
    return new Life.Start(
            new DeviceArguments(
                link.port(),
                device.thing(),
                setting.firstLife() + lives,
                device.journal(),
                setting.ledger(),
                device.bootFile()),
            setting.settings().bug(),
            kill,
            setting.log(),
            setting.image())
        .begin();
  }

  /** Until the process has ended, or is told to. */
  private void follow(Life life, KillMoment moment) throws IOException, InterruptedException {
    long lookedNanos = System.nanoTime();
    while (!life.isOver()) {
      boolean stoodStill = System.nanoTime() - lookedNanos > STANDSTILL_NANOS;
      lookedNanos = System.nanoTime();
      if (stoodStill) {
        lastEventNanos = lookedNanos; // the machine's time, not the device's
      }
      if (ledger.poll()) {
        lastEventNanos = lookedNanos;
        moment.look(ledger.lines());
        jobs.look(ledger.lines());
        cutLink();
      }
      if (moment.hasCome()) {
        life.kill();
        return;
      }
      jobs.cancelDue();
      if (isOver()) {
        over = true;
        stop(life);
        return;
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private void cutLink() {
    List<Integer> planned = plan.link().cuts();
    if (cuts < planned.size() && ledger.lines().size() >= planned.get(cuts)) {
      cuts++;
      link.cut();
    }
  }

  private boolean isOver() throws InterruptedException {
    long now = System.nanoTime();
    long patience = setting.settings().patience().toNanos();
    if (now - lastEventNanos > patience || now - startNanos > LONGEST * patience) {
      return true;
    }
    if (now - askNanos < 0) {
      return false;
    }
    askNanos = now + ASK_NANOS;
    return jobs.haveEnded() && !Checks.awaitRestoring(facts());
  }

  private void stop(Life life) {
    if (plan.killedAtEnd()) {
      life.kill();
    } else {
      life.terminate();
    }
  }

  @Override
  public void close() throws IOException {
    link.close();
    ledger.close();
  }
}
