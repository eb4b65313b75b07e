package io.jobhandler.torture.plan;

import java.time.Duration;

/** When a process of the device is killed. */
public sealed interface KillPlan {

  /** Not at all. */
  record Never() implements KillPlan {}

  /**
   * Some time after its start.
   *
   * @param delay the time
   */
  record AfterStart(Duration delay) implements KillPlan {}

  /**
   * Some time after a line of its ledger, when handlers are at work.
   *
   * @param lines how many lines it has written by then
   * @param delay the time
   */
  record AfterLines(int lines, Duration delay) implements KillPlan {}

  /**
   * Some time after it has begun a job.
   *
   * @param jobId the job
   * @param delay the time
   */
  record AfterBegin(String jobId, Duration delay) implements KillPlan {}

  /**
   * At the nth call of some thread, which is not made.
   *
   * @param call the system call
   * @param number which, 1 for the first
   */
  record AtCall(String call, int number) implements KillPlan {}
}
