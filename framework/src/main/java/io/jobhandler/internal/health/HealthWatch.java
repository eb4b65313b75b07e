package io.jobhandler.internal.health;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after an agent from a thread of its own: tells what has changed, and notices when the
 * agent's thread, the loop, does not answer. Beats are counted and no time is taken, so that a
 * process that was stopped for a while is not found stuck when it goes on.
 */
public final class HealthWatch {
  /** How often it is looked. */
  public static final Duration INTERVAL = Duration.ofSeconds(5);

  /** After so many intervals without an answer the loop is stuck. */
  public static final int MOST_UNANSWERED = 6;

  private static final Logger LOG = LoggerFactory.getLogger(HealthWatch.class);

  private final ScheduledExecutorService executor;
  private final Findings findings;
  private final Executor loop;
  private final List<Consumer<List<Finding>>> listeners;
  private final AtomicBoolean answered = new AtomicBoolean(true);
  private int unanswered;
  private List<String> told = List.of();

  /**
   * Makes a watch.
   *
   * @param executor an executor with one thread
   * @param findings what is wrong
   * @param loop what has to answer
   * @param listeners told on the executor's thread of what is wrong, whenever that has changed
   */
  public HealthWatch(
      ScheduledExecutorService executor,
      Findings findings,
      Executor loop,
      List<Consumer<List<Finding>>> listeners) {
    this.executor = executor;
    this.findings = findings;
    this.loop = loop;
    this.listeners = List.copyOf(listeners);
  }

  /**
   * Makes an executor for a watch. Its thread does not keep the process alive; after its shutdown
   * it does what was handed in before for now, and drops the rest.
   *
   * @param threadName the name of its thread
   * @return an executor, which takes a thread only when it is needed
   */
  public static ScheduledExecutorService newExecutor(String threadName) {
    return new ScheduledThreadPoolExecutor(
        1,
        task -> {
          Thread thread = new Thread(task, threadName);
          thread.setDaemon(true);
          return thread;
        },
        new ThreadPoolExecutor.DiscardPolicy());
  }

  /**
   * Looks from now on. Called once.
   *
   * @param checkUp run on the loop at each look
   */
  public void start(Runnable checkUp) {
    long nanos = INTERVAL.toNanos();
    executor.scheduleWithFixedDelay(() -> watch(checkUp), nanos, nanos, TimeUnit.NANOSECONDS);
  }

  /** Tells soon what has changed. Called by any thread; returns at once. */
  public void lookSoon() {
    executor.execute(this::look);
  }

  /** Tells for the last time what has changed. Called by any thread; returns at once. */
  public void stop() {
    findings.freeze();
    lookSoon();
    executor.shutdown();
  }

  private void watch(Runnable checkUp) {
    if (answered.compareAndSet(true, false)) {
      unanswered = 0;
      loop.execute(() -> answer(checkUp));
    } else {
      unanswered++;
      if (unanswered == MOST_UNANSWERED) {
        findings.wrong(
            Trouble.LOOP_STUCK,
            loop,
            "the agent's thread has not answered for " + INTERVAL.multipliedBy(unanswered));
      }
    }
    look();
  }

  private void answer(Runnable checkUp) {
    answered.set(true);
    findings.right(Trouble.LOOP_STUCK, loop);
    checkUp.run();
  }

  private void look() {
    List<Finding> now = findings.list();
    List<String> texts = now.stream().map(f -> f.trouble() + ": " + f.text()).toList();
    if (!texts.equals(told)) {
      told = texts;
      listeners.forEach(listener -> tell(listener, now));
    }
  }

  @SuppressWarnings("CatchingUnchecked") // an app's Error must not end the watch
  private static void tell(Consumer<List<Finding>> listener, List<Finding> now) {
    try {
      listener.accept(now);
    } catch (Throwable e) {
      LOG.error("A listener to the agent's health failed", e);
    }
  }
}
