package io.jobhandler.internal.session;

import static io.jobhandler.internal.session.QueueFixture.CHECK;
import static io.jobhandler.internal.session.QueueFixture.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.fixture.Refusals;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.jobs.RejectedErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Executions that wait here without a handler, and times at which none is let go. */
class ThingQueueParkingTest {
  private final QueueFixture fixture = new QueueFixture(1).connected();
  private final FakeQueueService service = fixture.service;

  @Test
  void aParkedExecutionTakesNoRoom() {
    fixture.running("job-1");
    fixture.queue.park(TestJobs.key("job-1"));
    fixture.notifyNext("job-2");

    assertThat(fixture.begunJobs()).containsExactly("job-1", "job-2");
  }

  @Test
  void noNotificationAndNoListLetsAParkedExecutionGo() {
    fixture.queue.park(TestJobs.key("job-1"));
    fixture.notifyNext("job-1");
    fixture.notify(List.of(), "job-1");
    fixture.manual.advance(PATIENCE);
    fixture.queue.onConnected();
    fixture.manual.advance(QueueFixture.RECONNECT_JITTER);
    service.answerQueued("job-1");
    fixture.manual.advance(PATIENCE);

    assertThat(fixture.begun).isEmpty();
    assertThat(service.described()).isEmpty();
  }

  @Test
  void anExecutionThatIsParkedWhileItIsDescribedIsNotLetGo() {
    QueueFixture unconnected = new QueueFixture(1).connected("job-1");
    unconnected.queue.park(TestJobs.key("job-1"));
    unconnected.describe();

    assertThat(unconnected.begun).isEmpty();
    assertThat(unconnected.waiting).isEmpty();
  }

  @Test
  void whatHasBegunGoesOnBeforeWhatHasNot() {
    fixture.running("job-1");
    fixture.queue.park(TestJobs.key("old"));
    fixture.notifyNext("job-2");
    fixture.resume("old");
    fixture.over("job-1");

    assertThat(fixture.begunJobs()).containsExactly("job-1", "old");
    fixture.over("old");
    assertThat(fixture.begunJobs()).containsExactly("job-1", "old", "job-2");
  }

  @Test
  void severalGoOnInTheOrderInWhichTheyBecameReady() {
    fixture.queue.hold(true);
    for (String job : List.of("b", "a", "c")) {
      fixture.queue.park(TestJobs.key(job));
      fixture.resume(job);
    }
    fixture.queue.hold(false);
    fixture.over("b");
    fixture.over("a");

    assertThat(fixture.begunJobs()).containsExactly("b", "a", "c");
  }

  @Test
  void oneThatGoesOnAndIsToWaitLetsThoseThatHaveNotBegunGo() {
    fixture.turns.put("old", Turn.LATER);
    fixture.queue.park(TestJobs.key("old"));
    fixture.resume("old");
    fixture.notifyNext("job-1");

    assertThat(fixture.begunJobs()).containsExactly("job-1");
  }

  @Test
  void oneThatGoesOnAndIsToRunAloneKeepsThoseThatHaveNotBegunBack() {
    fixture.turns.put("old", Turn.ALONE);
    fixture.queue.park(TestJobs.key("old"));
    fixture.resume("old");
    fixture.notifyNext("job-1");
    assertThat(fixture.begun).isEmpty();

    fixture.turns.clear();
    fixture.queue.lookAgain();
    assertThat(fixture.begunJobs()).containsExactly("old");
  }

  @Test
  void oneThatIsParkedAgainDoesNotGoOn() {
    fixture.running("job-1");
    fixture.queue.park(TestJobs.key("old"));
    fixture.resume("old");
    fixture.queue.park(TestJobs.key("old"));
    fixture.over("job-1");

    assertThat(fixture.begunJobs()).containsExactly("job-1");
    assertThat(fixture.waiting).isEmpty();
  }

  @Test
  void aParkedExecutionThatHasEndedIsNotBegunByALateNotification() {
    fixture.queue.park(TestJobs.key("job-1"));
    fixture.over("job-1");
    fixture.notifyNext("job-1");

    assertThat(fixture.begun).isEmpty();
  }

  @Test
  void aParkedExecutionThatIsWatchedIsCheckedAsARunningOneIs() {
    fixture.queue.park(TestJobs.key("job-1"));
    fixture.queue.watch(TestJobs.key("job-1"));
    fixture.notify(List.of());
    assertThat(service.described()).containsExactly("job-1");

    service.failDescription(Refusals.refused(RejectedErrorCode.TERMINAL_STATE_REACHED));
    assertThat(fixture.gone).containsExactly(TestJobs.key("job-1"));
  }

  @Test
  void aParkedExecutionThatIsNotWatchedIsLeftInPeace() {
    fixture.running("job-1");
    fixture.queue.park(TestJobs.key("job-1"));
    fixture.notify(List.of());
    fixture.manual.advance(CHECK.multipliedBy(2));

    assertThat(service.described()).isEmpty();
  }

  @Test
  void anExecutionThatRunsAgainIsWatchedAgain() {
    fixture.queue.park(TestJobs.key("job-1"));
    fixture.resume("job-1");
    fixture.manual.advance(CHECK);

    assertThat(service.described()).containsExactly("job-1");
  }

  @Test
  void nothingIsLetGoOrDescribedWhileItIsHeld() {
    fixture.queue.hold(true);
    fixture.notifyNext("job-1");
    fixture.notify(List.of(), "job-1", "job-2");
    fixture.queue.park(TestJobs.key("old"));
    fixture.resume("old");
    fixture.manual.advance(PATIENCE);
    assertThat(fixture.begun).isEmpty();
    assertThat(service.described()).isEmpty();

    fixture.queue.hold(false);
    assertThat(fixture.begunJobs()).containsExactly("old");
  }

  @Test
  void aDescriptionThatComesWhileItIsHeldCounts() {
    fixture.notify(List.of(), "job-1");
    fixture.manual.advance(PATIENCE);
    fixture.queue.hold(true);
    fixture.describe();
    assertThat(fixture.begun).isEmpty();

    fixture.queue.hold(false);
    assertThat(fixture.begunJobs()).containsExactly("job-1");
    assertThat(service.described()).hasSize(1);
  }

  @Test
  void aListThatComesWhileItIsHeldCounts() {
    fixture.queue.hold(true);
    fixture.notifyNext("job-1");
    fixture.notify(List.of(), "job-2");
    fixture.queue.hold(false);
    fixture.manual.advance(PATIENCE);

    assertThat(fixture.begun).isEmpty();
    assertThat(service.described()).containsExactly("job-2");
  }

  @Test
  void aRunningJobEndsWhileItIsHeld() {
    fixture.running("job-1");
    fixture.notifyNext("job-2");
    fixture.queue.hold(true);
    fixture.over("job-1");
    assertThat(fixture.begunJobs()).containsExactly("job-1");

    fixture.queue.hold(false);
    assertThat(fixture.begunJobs()).containsExactly("job-1", "job-2");
  }

  @Test
  void nothingGoesOnOnceItIsClosed() {
    fixture.queue.park(TestJobs.key("job-1"));
    fixture.queue.close();
    fixture.resume("job-1");
    fixture.queue.hold(false);
    fixture.queue.lookAgain();

    assertThat(fixture.begun).isEmpty();
  }

  @Test
  void aRunningJobIsStillWatchedOnceItIsClosed() {
    fixture.running("job-1");
    fixture.queue.close();
    fixture.notify(List.of());
    service.answerDescription(TestJobs.execution("job-1", JobStatus.TIMED_OUT));

    assertThat(fixture.gone).containsExactly(TestJobs.key("job-1"));
  }
}
