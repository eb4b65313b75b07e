package io.jobhandler.internal.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.loop.Loop;
import io.jobhandler.testkit.ManualScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoalescingProgressTest {
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private final ManualScheduler manual = new ManualScheduler();
  private final List<String> sent = new ArrayList<>();
  private final CoalescingProgress progress =
      new CoalescingProgress(new Loop(manual, manual::nanoTime), INTERVAL, sent::add);

  @Test
  void sendsTheFirstReportAtOnce() {
    progress.report(0);
    assertThat(sent).isEmpty();

    manual.runDue();
    assertThat(sent).containsExactly("0");
  }

  @Test
  @DisplayName("Edge case 25: too much progress is sent, or the last of it is lost")
  void sendsOneReportInAnInterval() {
    progress.report(0);
    manual.runDue();
    for (int percent = 1; percent <= 50; percent++) {
      progress.report(percent);
    }
    manual.advance(INTERVAL.minusNanos(1));
    assertThat(sent).containsExactly("0");

    manual.advance(Duration.ofNanos(1));
    assertThat(sent).containsExactly("0", "50");
  }

  @Test
  void sendsAtOnceWhatComesAfterTheInterval() {
    progress.report(0);
    manual.runDue();
    manual.advance(INTERVAL);
    progress.report(50);
    manual.runDue();

    assertThat(sent).containsExactly("0", "50");
  }

  @ParameterizedTest
  @CsvSource({"54, 0", "55, 1", "46, 0", "45, 1", "50, 0"})
  void wantsFivePointsInTheSameStep(int percent, int more) {
    progress.report(50, "writing");
    manual.runDue();

    progress.report(percent, "writing");
    manual.advance(INTERVAL);

    assertThat(sent).hasSize(1 + more);
  }

  @Test
  void sendsANewStepWithoutAnyPoints() {
    progress.report(50, "writing");
    manual.runDue();
    progress.report(50, "checking");
    manual.advance(INTERVAL);

    assertThat(sent).containsExactly("50 writing", "50 checking");
  }

  @Test
  void sendsTheHundredthPercentWithFewerThanFivePoints() {
    progress.report(98);
    manual.runDue();
    progress.report(100);
    manual.advance(INTERVAL);
    progress.report(100);
    manual.advance(INTERVAL);

    assertThat(sent).containsExactly("98", "100");
  }

  @Test
  void keepsTheStepThatWasNamedLast() {
    progress.report(10, "writing");
    progress.report(20);

    assertThat(progress.latest()).isEqualTo("20 writing");
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "-2147483648, 0", "0, 0", "100, 100", "101, 100", "2147483647, 100"})
  void bringsPercentagesIntoBounds(int reported, String noted) {
    progress.report(reported);

    assertThat(progress.latest()).isEqualTo(noted);
  }

  @Test
  void aBlankStepIsNoStep() {
    progress.report(10, "writing");
    progress.report(20, " ");

    assertThat(progress.latest()).isEqualTo("20");
  }

  @Test
  void keepsTheLastReportForTheEnd() {
    assertThat(progress.latest()).isNull();
    progress.report(50);
    manual.runDue();
    progress.report(51);
    progress.close();

    assertThat(progress.latest()).isEqualTo("51");
    assertThat(sent).containsExactly("50");
  }

  @Test
  void sendsAndNotesNothingAfterTheEnd() {
    progress.report(0);
    manual.runDue();
    progress.report(50);
    manual.runDue();
    progress.close();
    progress.report(75, "late");
    manual.advance(INTERVAL);

    assertThat(sent).containsExactly("0");
    assertThat(progress.latest()).isEqualTo("50");
  }

  @Test
  void dropsWhatIsNoNewsAnyMoreWhenItsTimeComes() {
    progress.report(0);
    manual.runDue();
    progress.report(50);
    manual.runDue();
    progress.report(1);
    manual.advance(INTERVAL);
    assertThat(sent).containsExactly("0");

    progress.report(60);
    manual.runDue();
    assertThat(sent).containsExactly("0", "60");
  }

  @Test
  void manyThreadsMayReport() throws Exception {
    int threads = 8;
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> reporters = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        reporters.add(pool.submit(() -> reportEverything(start)));
      }
      start.countDown();
      for (Future<?> reporter : reporters) {
        reporter.get(10, TimeUnit.SECONDS);
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(manual.waiting()).isEqualTo(1);
    manual.runDue();
    assertThat(sent).containsExactly(Objects.requireNonNull(progress.latest()));
  }

  private void reportEverything(CountDownLatch start) {
    try {
      assertThat(start.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    for (int i = 0; i < 10_000; i++) {
      progress.report(i % 101);
    }
  }
}
