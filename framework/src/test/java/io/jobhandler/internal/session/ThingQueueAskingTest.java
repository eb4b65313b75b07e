package io.jobhandler.internal.session;

import static io.jobhandler.internal.session.QueueFixture.PATIENCE;
import static io.jobhandler.internal.session.QueueFixture.POLL;
import static io.jobhandler.internal.session.QueueFixture.queued;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.fixture.Refusals;
import io.jobhandler.jobs.JobExecution;
import java.time.Duration;
import java.util.List;
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
}
