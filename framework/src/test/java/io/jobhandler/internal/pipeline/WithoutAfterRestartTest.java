package io.jobhandler.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobResult.Restart.Kind;
import io.jobhandler.OnInterrupt;
import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.journal.JournalEntry;
import io.jobhandler.journal.JournalState;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.HandlerPolicy;
import org.junit.jupiter.api.Test;

/** Executions that an app should go on with that has no method for it, or has it no more. */
class WithoutAfterRestartTest {

  private static EngineFixture startedWith(HandlerMethod method, JournalEntry left) {
    EngineFixture fixture =
        EngineFixture.with().methods(method).identity("boot-2", "process-2").notConnected();
    fixture.recover(left);
    fixture.service.connect();
    fixture.service.describe("job-1", JobStatus.IN_PROGRESS, 3, EngineFixture.TOKEN);
    return fixture;
  }

  @Test
  void aHandlerThatCannotGoOnIsRunAgainAlsoWhereTheConfigurationSaysResume() {
    HandlerMethod resume =
        Handlers.method("x", null)
            .withPolicy(HandlerPolicy.unset().withOnInterrupt(OnInterrupt.RESUME));
    EngineFixture fixture =
        startedWith(
            resume, TestJobs.cutOff("job-1", EngineFixture.TOKEN).withCheckpoint("{\"a\":1}"));
    fixture.service.accept();
    fixture.runHandler();

    assertThat(fixture.handled).containsExactly("job-1");
    assertThat(fixture.service.lastUpdate()).hasToString("job-1 SUCCEEDED");
  }

  @Test
  void anAppThatCannotGoOnAfterTheRestartDoesNotRunTheHandlerAgain() {
    EngineFixture fixture =
        startedWith(
            Handlers.method("x", null),
            TestJobs.cutOff("job-1", EngineFixture.TOKEN)
                .in(2, new JournalState.Restarting(Kind.REBOOT, "boot-1", "process-1", 1)));
    fixture.service.accept();
    fixture.runHandler();

    assertThat(fixture.handled).isEmpty();
    assertThat(fixture.service.lastUpdate()).hasToString("job-1 FAILED INTERRUPTED");
    assertThat(fixture.service.lastUpdate().detail("reason"))
        .isEqualTo("the device restarted, and no @AfterRestart method for 'x' can go on");
  }
}
