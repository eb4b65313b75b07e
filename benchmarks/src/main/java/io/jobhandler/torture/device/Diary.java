package io.jobhandler.torture.device;

import io.jobhandler.JobContext;
import io.jobhandler.JobFailedException;
import io.jobhandler.JobResult;
import io.jobhandler.RetryLaterException;
import io.jobhandler.torture.ledger.End;
import io.jobhandler.torture.ledger.Ledger;
import io.jobhandler.torture.ledger.LedgerLine;
import io.jobhandler.torture.ledger.What;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What this process writes to the ledger. Safe for use by several threads. */
final class Diary {
  private final Ledger ledger;
  private final int life;
  private final String bootId;
  private final long pid = ProcessHandle.current().pid();

  Diary(Ledger ledger, int life, String bootId) {
    this.ledger = ledger;
    this.life = life;
    this.bootId = bootId;
  }

  /** A handler's work. */
  interface Body {
    JobResult run(Page page) throws Exception;
  }

  int life() {
    return life;
  }

  String bootId() {
    return bootId;
  }

  void up() {
    write(What.UP, "", 0, 0, "", "");
  }

  /** Does a handler's work between two lines. */
  JobResult started(JobContext context, Body body) throws Exception {
    return run(context, What.STARTED, "", body);
  }

  /** Does the work of a method that goes on after a restart between two lines. */
  JobResult continued(JobContext context, Body body) throws Exception {
    return run(context, What.CONTINUED, context.restartCause().name(), body);
  }

  /** Restores a valid state between two lines. */
  void cancelled(JobContext context) {
    Page page = new Page(this, context);
    page.write(What.CANCELLED, "", "");
    page.write(What.ENDED, End.RESTORED.name(), "");
  }

  private JobResult run(JobContext context, What begin, String value, Body body) throws Exception {
    Page page = new Page(this, context);
    page.write(begin, "", value);
    End end = End.THROWN;
    try {
      JobResult result = body.run(page);
      end = endOf(result);
      return result;
    } catch (InterruptedException e) {
      end = End.INTERRUPTED;
      throw e;
    } catch (RetryLaterException e) {
      end = End.LATER;
      throw e;
    } catch (JobFailedException e) {
      end = End.FAILED;
      throw e;
    } finally {
      page.write(What.ENDED, end.name(), "");
    }
  }

  private static End endOf(JobResult result) {
    if (result instanceof JobResult.Restart restart) {
      return restart.kind() == JobResult.Restart.Kind.REBOOT ? End.REBOOT : End.RESTART;
    }
    return result instanceof JobResult.Succeeded ? End.SUCCEEDED : End.FAILED;
  }

  void write(
      What what, String jobId, long executionNumber, int attempt, String step, String value) {
    ledger.append(
        new LedgerLine(
            ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()),
            life,
            pid,
            bootId,
            what,
            jobId,
            executionNumber,
            attempt,
            step,
            value));
  }
}
