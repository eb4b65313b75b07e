package io.jobhandler.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobResult;
import io.jobhandler.JobResult.Restart.Kind;
import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.journal.JournalEntry;
import io.jobhandler.journal.JournalState;
import io.jobhandler.spi.HandlerMethod;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Handlers that ask for a restart, and what goes on after it. */
class JobRestartTest {
  private static final HandlerMethod RESTARTING =
      Handlers.method("x", null).withAfterRestart(Installed.class, "X.confirm(Installed)");

  private final List<String> continued = new ArrayList<>();

  record Installed(int version) {}

  private static JournalEntry asked(Kind kind, int requests) {
    return TestJobs.cutOff("job-1", EngineFixture.TOKEN)
        .in(2, new JournalState.Restarting(kind, "boot-1", "process-1", requests))
        .withCheckpoint("{\"version\":7}")
        .free();
  }

  /** An agent that starts on a device where a restart was asked for. */
  private EngineFixture startedOn(String bootId, String processId, JournalEntry left) {
    EngineFixture fixture =
        EngineFixture.with().methods(RESTARTING).identity(bootId, processId).notConnected();
    fixture.afterRestart =
        invocation -> {
          continued.add(
              invocation.checkpoint(Installed.class)
                  + " "
                  + invocation.context().restartCause()
                  + " "
                  + invocation.context().attempt());
          return JobResult.succeeded();
        };
    fixture.recover(left);
    fixture.service.connect();
    fixture.service.describe("job-1", JobStatus.IN_PROGRESS, 3, EngineFixture.TOKEN);
    return fixture;
  }

  @Test
  void storesWhereToGoOnTellsTheServiceAndAsksForTheRestart() {
    EngineFixture fixture = EngineFixture.with().methods(RESTARTING).connected();
    fixture.handler = invocation -> JobResult.rebootAndContinue(new Installed(7));
    fixture.admitted("job-1").runHandlerApart();

    assertThat(fixture.journal.last().state())
        .isEqualTo(new JournalState.Restarting(Kind.REBOOT, "boot-1", "process-1", 1));
    assertThat(fixture.journal.last().checkpoint()).isEqualTo("{\"version\":7}");
    assertThat(fixture.journal.last().countedAttempts()).isZero();
    assertThat(fixture.restarts).isEmpty();

    fixture.service.accept();
    assertThat(fixture.restarts).containsExactly(Kind.REBOOT);
    assertThat(fixture.service.updatesInShort())
        .containsExactly("job-1 IN_PROGRESS", "job-1 IN_PROGRESS");
    assertThat(fixture.journal.removed).isEmpty();
  }

  @Test
  void theServiceKeepsHowFarTheJobIsOverTheRestart() {
    EngineFixture fixture = EngineFixture.with().methods(RESTARTING).connected();
    fixture.handler =
        invocation -> {
          invocation.progress().report(94, "activate");
          return JobResult.rebootAndContinue(new Installed(7));
        };
    fixture.admitted("job-1").runHandlerApart();

    assertThat(fixture.service.lastUpdate()).hasToString("job-1 IN_PROGRESS");
    assertThat(fixture.service.lastUpdate().detail("progress")).isEqualTo("94 activate");
  }

  @Test
  void nothingRestartsBeforeItIsStoredWhereToGoOn() {
    EngineFixture fixture = EngineFixture.with().methods(RESTARTING).connected();
    fixture.handler =
        invocation -> {
          fixture.journal.failing = true;
          return new JobResult.Restart(Kind.REBOOT, null);
        };
    fixture.admitted("job-1").runHandler();
    fixture.advance(Duration.ofMinutes(1));
    assertThat(fixture.restarts).isEmpty();

    fixture.journal.failing = false;
    fixture.advance(Duration.ofSeconds(5));
    fixture.service.accept();
    assertThat(fixture.restarts).containsExactly(Kind.REBOOT);
  }

  @Test
  void aRestartWaitsForNoServiceThatIsOutOfReach() {
    EngineFixture fixture = EngineFixture.with().methods(RESTARTING).connected();
    fixture.handler = invocation -> new JobResult.Restart(Kind.PROCESS, null);
    fixture.admitted("job-1");
    fixture.service.disconnect();
    fixture.runHandler();
    fixture.advance(Duration.ofMinutes(1));

    assertThat(fixture.restarts).containsExactly(Kind.PROCESS);
  }

  @Test
  void goesOnWhenTheDeviceHasBooted() {
    EngineFixture fixture = startedOn("boot-2", "process-2", asked(Kind.REBOOT, 1));
    fixture.service.accept();
    fixture.runHandlerApart();

    assertThat(continued).containsExactly("Installed[version=7] REBOOT 2");
    assertThat(fixture.handled).isEmpty();
    assertThat(fixture.service.lastUpdate()).hasToString("job-1 SUCCEEDED");
  }

  @Test
  void goesOnWhenTheProcessIsAnother() {
    EngineFixture fixture = startedOn("boot-1", "process-2", asked(Kind.PROCESS, 1));
    fixture.service.accept();
    fixture.runHandlerApart();

    assertThat(continued).containsExactly("Installed[version=7] PROCESS_RESTART 2");
  }

  @Test
  @DisplayName("Edge case 19: after a crash an update is reported as done that was not")
  void aRestartOfTheAgentIsNoReboot() {
    EngineFixture fixture = startedOn("boot-1", "process-2", asked(Kind.REBOOT, 1));

    assertThat(fixture.restarts).containsExactly(Kind.REBOOT);
    assertThat(fixture.service.updates()).isEmpty();
    assertThat(continued).isEmpty();
    assertThat(fixture.journal.last().state())
        .isEqualTo(new JournalState.Restarting(Kind.REBOOT, "boot-1", "process-2", 2));
  }

  @Test
  void aBootThatCannotBeToldIsNoReboot() {
    EngineFixture fixture = startedOn("", "process-2", asked(Kind.REBOOT, 1));

    assertThat(fixture.restarts).containsExactly(Kind.REBOOT);
  }

  @Test
  void aRestartThatNeverComesFails() {
    EngineFixture fixture = startedOn("boot-1", "process-2", asked(Kind.REBOOT, 3));

    assertThat(fixture.restarts).isEmpty();
    assertThat(fixture.service.updatesInShort()).containsExactly("job-1 FAILED NOT_RESTARTED");
  }

  @Test
  void whatIsCutOffAfterARebootIsNeverASuccess() {
    EngineFixture fixture =
        startedOn(
            "boot-3",
            "process-3",
            asked(Kind.REBOOT, 1).nextAttempt(3, new JournalState.Running(true)));

    assertThat(fixture.service.updatesInShort()).containsExactly("job-1 FAILED INTERRUPTED");
    assertThat(continued).isEmpty();
  }

  @Test
  void mayAskForARestartAgain() {
    EngineFixture fixture = startedOn("boot-2", "process-2", asked(Kind.REBOOT, 1));
    fixture.afterRestart = invocation -> new JobResult.Restart(Kind.PROCESS, null);
    fixture.service.accept();
    fixture.runHandlerApart();
    fixture.service.accept();

    assertThat(fixture.restarts).containsExactly(Kind.PROCESS);
    assertThat(fixture.journal.last().checkpoint()).isEqualTo("{\"version\":7}");
    assertThat(fixture.journal.last().countedAttempts()).isZero();
  }

  @Test
  void failsWhereNothingCanGoOn() {
    EngineFixture fixture = EngineFixture.connected();
    fixture.handler = invocation -> new JobResult.Restart(Kind.REBOOT, null);
    fixture.admitted("job-1").runHandler();

    assertThat(fixture.service.lastUpdate()).hasToString("job-1 FAILED HANDLER_ERROR");
    assertThat(fixture.restarts).isEmpty();
  }

  @Test
  void failsWhereTheCheckpointCannotBeStored() {
    EngineFixture fixture = EngineFixture.with().methods(RESTARTING).connected();
    fixture.handler = invocation -> JobResult.rebootAndContinue(new Installed(7));
    fixture.admitted("job-1");
    fixture.journal.failing = true;
    fixture.runHandlerApart();
    fixture.journal.failing = false;
    fixture.advance(Duration.ofSeconds(5));

    assertThat(fixture.restarts).isEmpty();
    assertThat(fixture.service.lastUpdate()).hasToString("job-1 FAILED HANDLER_ERROR");
  }

  @Test
  void aCheckpointOfAnotherVersionOfTheHandlerFails() {
    EngineFixture fixture =
        startedOn(
            "boot-2", "process-2", asked(Kind.REBOOT, 1).withCheckpoint("{\"version\":\"seven\"}"));
    fixture.service.accept();
    fixture.runHandlerApart();

    assertThat(fixture.service.lastUpdate()).hasToString("job-1 FAILED CHECKPOINT_UNREADABLE");
  }

  @Test
  void othersMayFinishBeforeTheRestart() throws IOException {
    EngineFixture fixture =
        EngineFixture.with().methods(RESTARTING, Handlers.method("y", null)).room(2).connected();
    fixture.handler =
        invocation ->
            invocation.context().operation().equals("x")
                ? new JobResult.Restart(Kind.REBOOT, null)
                : JobResult.succeeded();
    fixture.admitted("job-1");
    fixture.service.bring("job-2", "{\"operation\":\"y\"}");
    fixture.service.accept();
    fixture.runHandler();
    fixture.service.accept();
    assertThat(fixture.restarts).containsExactly(Kind.REBOOT);

    assertThat(fixture.engine.drain()).isNotDone();
    fixture.runHandler();
    fixture.service.accept();
    assertThat(fixture.engine.drain()).isDone();
  }

  @Test
  void nothingBeginsBetweenTheRequestAndTheRestart() {
    EngineFixture fixture = EngineFixture.with().methods(RESTARTING).connected();
    fixture.handler = invocation -> new JobResult.Restart(Kind.REBOOT, null);
    fixture.admitted("job-1");
    fixture.service.bring("job-2");
    fixture.runHandler();
    fixture.service.accept();
    fixture.advance(EngineFixture.PATIENCE);

    assertThat(fixture.service.updatesInShort())
        .containsExactly("job-1 IN_PROGRESS", "job-1 IN_PROGRESS");
  }

  @Test
  void aHandlerThatAsksForRestartsWithoutEndComesToAnEnd() {
    JournalEntry left = asked(Kind.REBOOT, 1);
    for (int i = 1; i < 23; i++) {
      left = left.nextAttempt(2, left.state());
      left = left.freeAttempts() < 20 ? left.free() : left;
    }
    EngineFixture fixture = startedOn("boot-2", "process-2", left);

    assertThat(fixture.service.updatesInShort()).containsExactly("job-1 FAILED ATTEMPTS_EXHAUSTED");
  }
}
