package io.jobhandler.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jobhandler.JobResult;
import io.jobhandler.OnProgress;
import io.jobhandler.ProgressReporter;
import io.jobhandler.internal.fixture.Handlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is sent of a handler's reports, through all the stages. */
class ProgressUpdatesTest {
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  /** What a handler does before it succeeds. */
  @FunctionalInterface
  private interface Reports {
    void make(ScriptedEngine engine, ProgressReporter progress);
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
    ScriptedEngine engine =
        new ScriptedEngine(
            Handlers.method("x", null).withOnProgress(rule),
            interval,
            (scripted, progress) -> {
              reports.make(scripted, progress);
              return JobResult.succeeded();
            });
    engine.run("job-1");
    return engine.updates().stream().map(ProgressUpdatesTest::brief).toList();
  }

  private static String brief(JsonNode update) {
    return "%s %s %s"
        .formatted(
            update.path("status").asText(),
            update.path("statusDetails").path("progress").asText("-"),
            update.path("stepTimeoutInMinutes").asText("-"));
  }

  @Test
  void leavesTheServicesTimerRunning() {
    assertThat(
            kept(
                INTERVAL,
                (engine, progress) -> {
                  progress.report(50);
                  engine.manual.runDue();
                  engine.accept();
                  progress.report(51);
                  progress.report(51);
                  engine.manual.advance(INTERVAL);
                }))
        .containsExactly("IN_PROGRESS - 12", "IN_PROGRESS 50 -", "SUCCEEDED 51 -");
  }

  @Test
  void restartsTheServicesTimerWithEveryUpdate() {
    assertThat(
            restarted(
                INTERVAL,
                (engine, progress) -> {
                  progress.report(50);
                  engine.manual.runDue();
                  engine.accept();
                  progress.report(50);
                  engine.manual.advance(INTERVAL);
                  engine.accept();
                }))
        .containsExactly(
            "IN_PROGRESS - 12", "IN_PROGRESS 50 12", "IN_PROGRESS 50 12", "SUCCEEDED 50 -");
  }

  @Test
  void aLongIntervalIsNoReasonToLetTheServicesTimerPass() {
    assertThat(
            restarted(
                Duration.ofDays(1),
                (engine, progress) -> {
                  progress.report(50);
                  engine.manual.runDue();
                  engine.accept();
                  progress.report(51);
                  engine.manual.advance(Duration.ofSeconds(30));
                  engine.accept();
                }))
        .containsExactly(
            "IN_PROGRESS - 12", "IN_PROGRESS 50 12", "IN_PROGRESS 51 12", "SUCCEEDED 51 -");
  }

  @Test
  void sendsAgainWhatWasLostWhereItRestartsTheTimer() {
    Reports reports =
        (engine, progress) -> {
          progress.report(50);
          engine.manual.advance(Duration.ofSeconds(6)); // one for the request, five until the next
          engine.accept();
          engine.manual.advance(Duration.ofMinutes(1));
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
        (engine, progress) -> {
          progress.report(50);
          engine.manual.runDue();
          progress.report(60);
          engine.manual.runDue();
          engine.accept();
          engine.manual.advance(Duration.ofSeconds(5));
          engine.accept();
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
                (engine, progress) -> {
                  progress.report(50);
                  engine.manual.advance(Duration.ofSeconds(1)); // lost
                  progress.report(60);
                  engine.manual.advance(Duration.ofSeconds(2));
                  engine.accept();
                  engine.manual.advance(Duration.ofMinutes(1));
                }))
        .containsExactly(
            "IN_PROGRESS - 12", "IN_PROGRESS 50 12", "IN_PROGRESS 60 12", "SUCCEEDED 60 -");
  }

  @Test
  void sendsNothingAgainOfAJobThatHasEnded() {
    ScriptedEngine engine =
        new ScriptedEngine(
            Handlers.method("x", null).withOnProgress(OnProgress.RESTART_STEP_TIMER),
            INTERVAL,
            (scripted, progress) -> {
              progress.report(50);
              return JobResult.succeeded();
            });
    engine.run("job-1");
    engine.manual.advance(Duration.ofSeconds(1)); // the report is lost
    engine.accept(); // its end
    engine.manual.advance(Duration.ofMinutes(1));

    assertThat(engine.updates())
        .extracting(update -> update.path("status").asText())
        .containsExactly("IN_PROGRESS", "IN_PROGRESS", "SUCCEEDED");
  }

  @Test
  void aRefusalIsAHintThatTheJobIsGone() {
    List<Integer> descriptions = new ArrayList<>();
    kept(
        INTERVAL,
        (engine, progress) -> {
          progress.report(50);
          engine.manual.runDue();
          engine.refuse();
          engine.manual.runDue();
          descriptions.add(engine.descriptions("job-1"));
        });

    assertThat(descriptions).containsExactly(1);
  }
}
