package io.jobhandler.internal.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.testkit.LogCapture;
import io.jobhandler.testkit.ManualScheduler;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Who is told of what has changed, and how a loop that does not answer is noticed. */
class HealthWatchTest {
  private static final Duration LIMIT =
      HealthWatch.INTERVAL.multipliedBy(HealthWatch.MOST_UNANSWERED + 1L);

  private final ManualScheduler time = new ManualScheduler();
  private final Findings findings = new Findings(time::nanoTime, this::lookSoon);

  /** What the loop has not done yet. */
  private final Deque<Runnable> loop = new ArrayDeque<>();

  private final List<List<String>> told = new ArrayList<>();
  private int checkUps;

  private final HealthWatch watch = watch(this::hear);

  private HealthWatch watch(Consumer<List<Finding>> listener) {
    return new HealthWatch(time, findings, loop::add, List.of(listener, this::hear));
  }

  private void lookSoon() {
    watch.lookSoon();
  }

  private void hear(List<Finding> found) {
    told.add(found.stream().map(Finding::text).toList());
  }

  private void start() {
    watch.start(() -> checkUps++);
  }

  private void answer() {
    while (!loop.isEmpty()) {
      loop.remove().run();
    }
    time.runDue();
  }

  @Test
  void tellsEachListenerWhatHasChanged() {
    start();
    findings.wrong(Trouble.OFFLINE, "link", "lost");
    assertThat(told).isEmpty();

    time.runDue();
    assertThat(told).containsExactly(List.of("lost"), List.of("lost"));
    findings.right(Trouble.OFFLINE, "link");
    time.runDue();
    assertThat(told).hasSize(4).endsWith(List.of(), List.of());
  }

  @Test
  void saysNothingAsLongAsNothingChanges() {
    start();
    findings.wrong(Trouble.OFFLINE, "link", "lost");
    time.runDue();
    findings.wrong(Trouble.OFFLINE, "link", "lost");
    for (int i = 0; i < 10; i++) {
      time.advance(HealthWatch.INTERVAL);
      answer();
    }

    assertThat(told).hasSize(2);
    assertThat(checkUps).isEqualTo(10);
  }

  @Test
  void tellsWhatHasLastedForLongerThanAMoment() {
    start();
    findings.wrong(Trouble.END_NOT_REPORTED, "job-1", "not accepted yet");
    time.advance(HealthWatch.INTERVAL);
    assertThat(told).isEmpty();

    time.advance(HealthWatch.INTERVAL);
    assertThat(told).contains(List.of("not accepted yet"));
  }

  @Test
  void aListenerThatThrowsKeepsNobodyFromHearing() {
    try (LogCapture log = LogCapture.of(HealthWatch.class)) {
      HealthWatch other =
          watch(
              found -> {
                throw new AssertionError("the app is broken");
              });
      findings.wrong(Trouble.OFFLINE, "link", "lost");
      other.lookSoon();
      time.runDue();

      assertThat(told).contains(List.of("lost"));
      assertThat(log.text()).contains("the app is broken");
    }
  }

  @Test
  void aLoopThatDoesNotAnswerIsStuckUntilItDoes() {
    start();
    time.advance(LIMIT.minusNanos(1));
    assertThat(told).isEmpty();

    time.advance(Duration.ofNanos(1));
    assertThat(told).contains(List.of("the agent's thread has not answered for PT30S"));
    assertThat(loop).hasSize(1);

    time.advance(LIMIT);
    assertThat(told).hasSize(2);
    answer();
    assertThat(told).endsWith(List.of());
    assertThat(checkUps).isEqualTo(1);
  }

  @Test
  void aLoopThatAnswersLateNowAndThenIsNotStuck() {
    start();
    for (int i = 0; i < 4; i++) {
      time.advance(HealthWatch.INTERVAL.multipliedBy(HealthWatch.MOST_UNANSWERED));
      answer();
    }

    assertThat(told).isEmpty();
  }

  @Test
  void tellsWhatIsWrongAtTheEndAndNothingAfterIt() throws Exception {
    CompletableFuture<String> thread = new CompletableFuture<>();
    ScheduledExecutorService executor = HealthWatch.newExecutor("watch-1");
    Findings atTheEnd = new Findings(time::nanoTime, () -> {});
    HealthWatch stopping =
        new HealthWatch(
            executor,
            atTheEnd,
            loop::add,
            List.of(found -> thread.complete(Thread.currentThread().getName() + found.size())));
    stopping.start(() -> {});
    atTheEnd.wrong(Trouble.OFFLINE, "link", "lost");
    stopping.stop();
    stopping.lookSoon();
    atTheEnd.right(Trouble.OFFLINE, "link");

    assertThat(thread.get(10, TimeUnit.SECONDS)).isEqualTo("watch-11");
    assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    assertThat(atTheEnd.list()).hasSize(1);
  }
}
