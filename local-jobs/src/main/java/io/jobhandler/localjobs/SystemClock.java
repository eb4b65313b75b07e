package io.jobhandler.localjobs;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The machine's clock, with one daemon thread for the timers of all services. */
final class SystemClock implements ServiceClock {
  private static final Logger log = LoggerFactory.getLogger(SystemClock.class);
  static final SystemClock INSTANCE = new SystemClock();

  private final ScheduledThreadPoolExecutor scheduler;

  private SystemClock() {
    scheduler = new ScheduledThreadPoolExecutor(1, SystemClock::newThread);
    scheduler.setRemoveOnCancelPolicy(true);
    scheduler.setKeepAliveTime(10, TimeUnit.SECONDS);
    scheduler.allowCoreThreadTimeOut(true);
  }

  private static Thread newThread(Runnable task) {
    Thread thread = new Thread(task, "local-jobs-timers");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public Instant instant() {
    return Instant.now();
  }

  @Override
  public Timer schedule(Duration delay, Runnable task) {
    Future<?> future = scheduler.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> future.cancel(false);
  }

  /** The scheduler would keep a failure to itself. */
  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      log.error("A timer failed", e);
    }
  }
}
