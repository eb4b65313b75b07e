package io.jobhandler.internal.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.loop.Loop;
import io.jobhandler.testkit.ManualScheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reports that say that the job goes on, whatever else they say. */
class EveryReportCountsTest {
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private final ManualScheduler manual = new ManualScheduler();
  private final List<String> sent = new ArrayList<>();
  private final CoalescingProgress progress =
      CoalescingProgress.ofEveryReport(new Loop(manual, manual::nanoTime), INTERVAL, sent::add);

  @Test
  void sendsTheFirstReportAtOnce() {
    progress.report(0);
    manual.runDue();

    assertThat(sent).containsExactly("0");
  }

  @Test
  void sendsWhatBringsFewerThanFivePoints() {
    progress.report(50, "writing");
    manual.runDue();
    progress.report(51, "writing");
    manual.advance(INTERVAL);

    assertThat(sent).containsExactly("50 writing", "51 writing");
  }

  @Test
  void sendsWhatWasSaidBeforeOnceMoreOnceInAnInterval() {
    progress.report(50, "writing");
    manual.runDue();
    for (int i = 0; i < 100; i++) {
      progress.report(50, "writing");
    }
    manual.advance(INTERVAL.minusNanos(1));
    assertThat(sent).containsExactly("50 writing");

    manual.advance(Duration.ofNanos(1));
    assertThat(sent).containsExactly("50 writing", "50 writing");
  }

  @Test
  void sendsNothingWithoutAReport() {
    progress.report(50);
    manual.advance(INTERVAL.multipliedBy(10));

    assertThat(sent).containsExactly("50");
    assertThat(manual.waiting()).isZero();
  }

  @Test
  void sendsWhatWasReportedLastEvenWhereItIsNoNewsAnyMore() {
    progress.report(0);
    manual.runDue();
    progress.report(50);
    progress.report(0);
    manual.advance(INTERVAL);

    assertThat(sent).containsExactly("0", "0");
  }

  @Test
  void sendsNothingAfterTheEnd() {
    progress.report(50);
    manual.runDue();
    progress.report(50);
    progress.close();
    progress.report(50);
    manual.advance(INTERVAL);

    assertThat(sent).containsExactly("50");
    assertThat(progress.latest()).isEqualTo("50");
  }
}
