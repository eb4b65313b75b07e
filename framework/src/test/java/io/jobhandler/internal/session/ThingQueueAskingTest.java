package io.jobhandler.internal.session;

import static io.jobhandler.internal.session.QueueFixture.PATIENCE;
import static io.jobhandler.internal.session.QueueFixture.POLL;
import static io.jobhandler.internal.session.QueueFixture.queued;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.fixture.Refusals;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.jobs.JobExecution;
import io.jobhandler.jobs.JobStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** When a queue asks the service for the pending list. */
class ThingQueueAskingTest {
  private final QueueFixture fixture = new QueueFixture(1);
  private final FakeQueueService service = fixture.service;

  @Test
  void asksForTheListAsSoonAsItIsConnected() {
    fixture.queue.onConnected();
    fixture.manual.runDue();

    assertThat(service.asked()).isEqualTo(1);
  }

  @Test
  void spreadsTheQuestionAfterAReconnect() {
    fixture.connected();
    fixture.queue.onConnected();
    fixture.manual.advance(Duration.ofSeconds(15).minusNanos(1));
    assertThat(service.asked()).isEqualTo(1);

    fixture.manual.advance(Duration.ofNanos(1));
    assertThat(service.asked()).isEqualTo(2);
  }

  @Test
  void asksEveryNowAndThenInAnyCase() {
    fixture.connected();
    for (int i = 2; i < 5; i++) {
      fixture.manual.advance(POLL);
      assertThat(service.asked()).isEqualTo(i);
      service.answerQueued();
    }
  }

  @Test
  void asksAgainWhenTheListIsNotToBeHad() {
    fixture.queue.onConnected();
    fixture.manual.runDue();
    service.failList(Refusals.lost());
    fixture.manual.advance(Duration.ofSeconds(30));

    assertThat(service.asked()).isEqualTo(2);
  }

  @Test
  void asksWhatIsNextWhereTheEndOfAJobBringsNoNotification() {
    fixture.connected().running("job-1");
    fixture.over("job-1");
    fixture.manual.advance(PATIENCE.minusNanos(1));
    assertThat(service.asked()).isEqualTo(1);
    fixture.manual.advance(Duration.ofNanos(1));
    assertThat(service.asked()).isEqualTo(2);
  }

  @Test
  void asksNothingWhereTheEndOfAJobBringsTheNext() {
    fixture.connected().running("job-1");
    fixture.over("job-1");
    fixture.notifyNext("job-2");
    fixture.manual.advance(PATIENCE);

    assertThat(fixture.begunJobs()).containsExactly("job-1", "job-2");
    assertThat(service.asked()).isEqualTo(1);
  }

  @Test
  void anEmptyHeadMeansNothing() {
    fixture.connected();
    fixture.notifyNext((JobExecution) null);
    fixture.manual.advance(PATIENCE);

    assertThat(fixture.begun).isEmpty();
    assertThat(service.asked()).isEqualTo(1);
  }

  @Test
  void letsNothingGoOnceItIsClosed() {
    fixture.connected();
    fixture.notify(List.of(), "job-1");
    fixture.queue.close();
    fixture.notifyNext("job-1");
    fixture.queue.onConnected();
    fixture.manual.advance(POLL.multipliedBy(3));

    assertThat(fixture.begun).isEmpty();
    assertThat(service.described()).isEmpty();
    assertThat(service.asked()).isEqualTo(1);
  }

  @Test
  void ignoresAnswersOnceItIsClosed() {
    fixture.connected("job-1");
    fixture.manual.runDue();
    fixture.queue.close();
    service.answerDescription(queued("job-1"));
    fixture.manual.advance(POLL);

    assertThat(fixture.begun).isEmpty();
    assertThat(service.asked()).isEqualTo(1);
  }

  @Test
  void asksWhatIsNextWhereAnOldNotificationComesInPlaceOfTheNextOne() {
    fixture.connected().running("job-1");
    fixture.over("job-1");
    fixture.notifyNext("job-1");
    fixture.manual.advance(PATIENCE);

    assertThat(service.asked()).isEqualTo(2);
  }

  @Test
  @DisplayName("Edge case 1: another agent's job at the head says nothing of those behind it")
  void asksWhatIsBehindAnotherAgentsJob() {
    fixture.connected().running("job-1");
    fixture.over("job-1");
    fixture.notifyNext(TestJobs.execution("theirs", JobStatus.IN_PROGRESS));
    fixture.manual.advance(PATIENCE);

    assertThat(service.asked()).isEqualTo(2);
  }

  @Test
  void asksWhatIsBehindAJobThatIsLeftToAnotherAgent() {
    fixture.connected().running("theirs");
    fixture.queue.onLeft(TestJobs.key("theirs"));
    fixture.running("job-1");
    fixture.over("job-1");
    fixture.notifyNext("theirs");
    fixture.manual.advance(PATIENCE);

    assertThat(service.asked()).isEqualTo(2);
  }

  @Test
  void asksNothingWhereAnotherOneOfOursIsAtTheHeadNow() {
    QueueFixture wide = new QueueFixture(2).connected().running("job-1").running("job-2");
    wide.over("job-1");
    wide.notifyNext(TestJobs.execution("job-2", JobStatus.IN_PROGRESS));
    wide.manual.advance(PATIENCE);

    assertThat(wide.service.asked()).isEqualTo(1);
  }

  @Test
  void asksWhatIsNextWhereAJobOfOursIsNamedAsItWasBeforeItBegan() {
    QueueFixture wide = new QueueFixture(2).connected().running("job-1").running("job-2");
    wide.over("job-1");
    wide.notifyNext("job-2");
    wide.manual.advance(PATIENCE);

    assertThat(wide.service.asked()).isEqualTo(2);
  }

  @Test
  void asksNothingWhereNothingIsLeftWhenAJobEnds() {
    fixture.connected().running("job-1");
    fixture.over("job-1");
    fixture.notifyNext((JobExecution) null);
    fixture.manual.advance(PATIENCE);

    assertThat(service.asked()).isEqualTo(1);
  }

  @Test
  void asksOnceWhereJobsEndOneAfterTheOther() {
    QueueFixture wide = new QueueFixture(2).connected().running("job-1").running("job-2");
    wide.over("job-1");
    wide.manual.advance(Duration.ofSeconds(1));
    wide.over("job-2");
    wide.manual.advance(Duration.ofSeconds(1));
    assertThat(wide.service.asked()).isEqualTo(1);

    wide.manual.advance(Duration.ofSeconds(1));
    assertThat(wide.service.asked()).isEqualTo(2);
    wide.manual.advance(PATIENCE.multipliedBy(2));
    assertThat(wide.service.asked()).isEqualTo(2);
  }

  @Test
  @DisplayName("Edge case 1: what was missed while offline is asked for whatever is told since")
  void noNotificationTakesThePlaceOfTheQuestionAfterAReconnect() {
    fixture.connected();
    fixture.queue.onDisconnected();
    fixture.queue.onConnected();
    fixture.notifyNext(TestJobs.execution("theirs", JobStatus.IN_PROGRESS));
    fixture.notifyNext("job-1");
    fixture.over("job-1");
    fixture.notifyNext((JobExecution) null);
    fixture.manual.advance(Duration.ofSeconds(15));

    assertThat(service.asked()).isEqualTo(2);
  }

  @Test
  void theEndOfAJobDoesNotPutOffTheQuestionAfterAReconnect() {
    QueueFixture wide = new QueueFixture(2).connected().running("job-1");
    wide.queue.onConnected();
    wide.manual.advance(Duration.ofSeconds(14));
    wide.over("job-1");
    wide.manual.advance(Duration.ofSeconds(1));

    assertThat(wide.service.asked()).isEqualTo(2);
  }

  @Test
  void asksNothingWithoutAConnection() {
    fixture.connected().running("job-1");
    fixture.queue.onDisconnected();
    fixture.over("job-1");
    fixture.notify(List.of());
    fixture.manual.advance(POLL.multipliedBy(3));

    assertThat(service.asked()).isEqualTo(1);
  }

  @Test
  void asksNoMoreWhereTheConnectionIsLostBeforeItWasToAsk() {
    fixture.connected().running("job-1");
    fixture.over("job-1");
    fixture.queue.onDisconnected();
    fixture.manual.advance(POLL.multipliedBy(3));

    assertThat(service.asked()).isEqualTo(1);
  }

  @Test
  void aListThatIsNotToBeHadWithoutAConnectionIsAskedForWhenItIsBack() {
    fixture.queue.onConnected();
    fixture.manual.runDue();
    fixture.queue.onDisconnected();
    service.failList(Refusals.lost());
    fixture.manual.advance(POLL);
    assertThat(service.asked()).isEqualTo(1);

    fixture.queue.onConnected();
    fixture.manual.advance(QueueFixture.RECONNECT_JITTER);
    assertThat(service.asked()).isEqualTo(2);
  }
}
