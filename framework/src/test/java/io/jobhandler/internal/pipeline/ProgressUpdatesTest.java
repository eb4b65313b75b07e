package io.jobhandler.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobResult;
import io.jobhandler.OnProgress;
import io.jobhandler.ProgressReporter;
import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.internal.pipeline.ScriptedService.Update;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is sent of a handler's reports, through all the stages. */
class ProgressUpdatesTest {
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  /** What a handler does before it succeeds. */
  @FunctionalInterface
  private interface Reports {
    void make(EngineFixture fixture, ProgressReporter progress);
  }

  /** Everything that is sent of a job whose reports leave the step timer alone. */
  private static List<String> kept(Duration interval, Reports reports) {
    return updates(OnProgress.KEEP_STEP_TIMER, interval, reports);
  }

  /** Everything that is sent of a job whose reports restart the step timer. */
  private static List<String> restarted(Duration interval, Reports reports) {
    return updates(OnProgress.RESTART_STEP_TIMER, interval, reports);
  }

  private static List<String> updates(OnProgress rule, Duration interval, Reports reports) {
    EngineFixture fixture =
        EngineFixture.connected(Handlers.method("x", null).withOnProgress(rule), interval);
    fixture.handler =
        invocation -> {
          reports.make(fixture, invocation.progress());
          return JobResult.succeeded();
        };
    fixture.admitted("job-1").runHandler();
    return fixture.service.updates().stream().map(ProgressUpdatesTest::brief).toList();
  }

  private static String brief(Update update) {
    String progress = update.detail("progress");
    return "%s %s %s"
        .formatted(
            update.status(),
            progress.isEmpty() ? "-" : progress,
            update.request().path("stepTimeoutInMinutes").asText("-"));
  }

  @Test
  void leavesTheServicesTimerRunning() {
    assertThat(
            kept(
                INTERVAL,
                (fixture, progress) -> {
                  progress.report(50);
                  fixture.time.runDue();
                  fixture.service.accept();
                  progress.report(51);
                  progress.report(51);
                  fixture.advance(INTERVAL);
                }))
        .containsExactly("IN_PROGRESS - 12", "IN_PROGRESS 50 -", "SUCCEEDED 51 -");
  }

  @Test
  void restartsTheServicesTimerWithEveryUpdate() {
    assertThat(
            restarted(
                INTERVAL,
                (fixture, progress) -> {
                  progress.report(50);
                  fixture.time.runDue();
                  fixture.service.accept();
                  progress.report(50);
                  fixture.advance(INTERVAL);
                  fixture.service.accept();
                }))
        .containsExactly(
            "IN_PROGRESS - 12", "IN_PROGRESS 50 12", "IN_PROGRESS 50 12", "SUCCEEDED 50 -");
  }

  @Test
  void aLongIntervalIsNoReasonToLetTheServicesTimerPass() {
    assertThat(
            restarted(
                Duration.ofDays(1),
                (fixture, progress) -> {
                  progress.report(50);
                  fixture.time.runDue();
                  fixture.service.accept();
                  progress.report(51);
                  fixture.advance(Duration.ofSeconds(30));
                  fixture.service.accept();
                }))
        .containsExactly(
            "IN_PROGRESS - 12", "IN_PROGRESS 50 12", "IN_PROGRESS 51 12", "SUCCEEDED 51 -");
  }

  @Test
  void sendsAgainWhatWasLostWhereItRestartsTheTimer() {
    Reports reports =
        (fixture, progress) -> {
          progress.report(50);
          fixture.advance(Duration.ofSeconds(6)); // one for the request, five until the next
          fixture.service.accept();
          fixture.advance(Duration.ofMinutes(1));
        };

    assertThat(restarted(INTERVAL, reports))
        .containsExactly(
            "IN_PROGRESS - 12", "IN_PROGRESS 50 12", "IN_PROGRESS 50 12", "SUCCEEDED 50 -");
    assertThat(kept(INTERVAL, reports))
        .containsExactly("IN_PROGRESS - 12", "IN_PROGRESS 50 -", "SUCCEEDED 50 -");
  }

  @Test
  void sendsWhatFoundAnUpdateUnderWayAfterThatOne() {
    Reports reports =
        (fixture, progress) -> {
          progress.report(50);
          fixture.time.runDue();
          progress.report(60);
          fixture.time.runDue();
          fixture.service.accept();
          fixture.advance(Duration.ofSeconds(5));
          fixture.service.accept();
        };

    assertThat(restarted(Duration.ZERO, reports))
        .containsExactly(
            "IN_PROGRESS - 12", "IN_PROGRESS 50 12", "IN_PROGRESS 60 12", "SUCCEEDED 60 -");
    assertThat(kept(Duration.ZERO, reports))
        .containsExactly("IN_PROGRESS - 12", "IN_PROGRESS 50 -", "SUCCEEDED 60 -");
  }

  @Test
  void aNewReportTakesThePlaceOfTheOneThatWasLost() {
    assertThat(
            restarted(
                Duration.ofSeconds(3),
                (fixture, progress) -> {
                  progress.report(50);
                  fixture.advance(Duration.ofSeconds(1)); // lost
                  progress.report(60);
                  fixture.advance(Duration.ofSeconds(2));
                  fixture.service.accept();
                  fixture.advance(Duration.ofMinutes(1));
                }))
        .containsExactly(
            "IN_PROGRESS - 12", "IN_PROGRESS 50 12", "IN_PROGRESS 60 12", "SUCCEEDED 60 -");
  }

  @Test
  void sendsNothingAgainOfAJobThatHasEnded() {
    EngineFixture fixture =
        EngineFixture.connected(
            Handlers.method("x", null).withOnProgress(OnProgress.RESTART_STEP_TIMER), INTERVAL);
    fixture.handler =
        invocation -> {
          invocation.progress().report(50);
          return JobResult.succeeded();
        };
    fixture.admitted("job-1").runHandler();
    fixture.advance(Duration.ofSeconds(1)); // the report is lost
    fixture.service.accept(); // its end
    fixture.advance(Duration.ofMinutes(1));

    assertThat(fixture.service.updatesInShort())
        .containsExactly("job-1 IN_PROGRESS", "job-1 IN_PROGRESS", "job-1 SUCCEEDED");
  }

  @Test
  void aRefusalIsAHintThatTheJobIsGone() {
    kept(
        INTERVAL,
        (fixture, progress) -> {
          progress.report(50);
          fixture.time.runDue();
          fixture.service.refuse("TerminalStateReached");
          assertThat(fixture.service.described()).containsExactly("job-1");
        });
  }
}
