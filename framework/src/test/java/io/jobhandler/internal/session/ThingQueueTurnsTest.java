package io.jobhandler.internal.session;

import static io.jobhandler.internal.session.QueueFixture.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.internal.flow.QueuedJob;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a queue keeps to the turns that it is told, and in which order it asks for them. */
class ThingQueueTurnsTest {
  private final QueueFixture fixture = new QueueFixture(3).connected();

  /** Three jobs that wait with their documents, oldest first. */
  private void queueThreeThatWait() {
    for (String job : List.of("job-3", "job-2", "job-1")) {
      fixture.turns.put(job, Turn.LATER);
      fixture.notifyNext(job);
    }
    fixture.shown.clear();
  }

  @Test
  void asksForTheTurnsInOrder() {
    queueThreeThatWait();
    fixture.queue.lookAgain();

    assertThat(fixture.shown).containsExactly("job-1", "job-2", "job-3");
    assertThat(fixture.begun).isEmpty();
  }

  @Test
  void oneThatIsToWaitLetsThoseBehindItGo() {
    queueThreeThatWait();
    fixture.turns.remove("job-2");
    fixture.turns.remove("job-3");
    fixture.queue.lookAgain();

    assertThat(fixture.begunJobs()).containsExactly("job-2", "job-3");
  }

  @Test
  void oneThatIsToRunAloneKeepsThoseBehindItBack() {
    queueThreeThatWait();
    fixture.turns.remove("job-1");
    fixture.turns.put("job-2", Turn.ALONE);
    fixture.turns.remove("job-3");
    fixture.queue.lookAgain();

    assertThat(fixture.begunJobs()).containsExactly("job-1");
    assertThat(fixture.shown).containsExactly("job-1", "job-2");
  }

  @Test
  void oneThatIsToRunAloneGoesWhenItsTurnHasCome() {
    queueThreeThatWait();
    fixture.turns.put("job-1", Turn.ALONE);
    fixture.queue.lookAgain();
    fixture.turns.remove("job-1");
    fixture.queue.lookAgain();

    assertThat(fixture.begunJobs()).containsExactly("job-1");
  }

  @Test
  void nothingIsDescribedBehindOneThatIsToRunAlone() {
    fixture.turns.put("job-1", Turn.ALONE);
    fixture.notifyNext("job-1");
    fixture.notify(List.of(), "job-1", "job-2");
    fixture.manual.advance(PATIENCE);

    assertThat(fixture.service.described()).isEmpty();
  }

  @Test
  void whatIsBehindOneThatWaitsIsDescribed() {
    fixture.turns.put("job-1", Turn.LATER);
    fixture.notifyNext("job-1");
    fixture.notify(List.of(), "job-1", "job-2");

    assertThat(fixture.service.described()).containsExactly("job-2");
    fixture.describe();
    assertThat(fixture.begunJobs()).containsExactly("job-2");
  }

  @Test
  void noTurnIsAskedForBehindAJobWhoseDocumentIsNotKnown() {
    fixture.turns.put("job-2", Turn.LATER);
    fixture.notifyNext("job-2");
    fixture.notify(List.of(), "job-1", "job-2");
    fixture.turns.remove("job-2");
    fixture.queue.lookAgain();
    assertThat(fixture.begun).isEmpty();

    fixture.manual.advance(PATIENCE);
    fixture.describe();
    assertThat(fixture.begunJobs()).containsExactly("job-1", "job-2");
  }

  @Test
  void noTurnIsAskedForWhereThereIsNoRoom() {
    fixture.running("a").running("b").running("c");
    fixture.shown.clear();
    fixture.notifyNext("job-1");

    assertThat(fixture.shown).isEmpty();
  }

  @Test
  void aJobThatEndsAsItBeginsLetsTheNextOneGoInOrder() {
    queueThreeThatWait();
    fixture.turns.clear();
    fixture.onBegin = job -> fixture.queue.onEnded(job.key());
    fixture.queue.lookAgain();

    assertThat(fixture.begunJobs()).containsExactly("job-1", "job-2", "job-3");
  }

  @Test
  void aJobThatBeginsMayChangeTheTurnsOfThoseBeforeIt() {
    queueThreeThatWait();
    fixture.turns.remove("job-2");
    fixture.onBegin =
        job -> {
          fixture.turns.remove("job-1");
          fixture.queue.lookAgain();
        };
    fixture.queue.lookAgain();

    assertThat(fixture.begunJobs()).containsExactly("job-2", "job-1");
  }

  @Test
  void aJobThatIsGivenUpWhileAnotherBeginsIsNotBegun() {
    queueThreeThatWait();
    fixture.turns.clear();
    fixture.onBegin = job -> fixture.notify(QueueFixture.summaries("job-1"), "job-3");
    fixture.queue.lookAgain();

    assertThat(fixture.begunJobs()).containsExactly("job-1", "job-3");
    assertThat(fixture.shown).containsExactly("job-1", "job-3");
  }

  @Test
  void aJobThatIsParkedWhileAnotherBeginsIsNotResumed() {
    fixture.queue.hold(true);
    for (String job : List.of("a", "b")) {
      fixture.queue.park(TestJobs.key(job));
      fixture.resume(job);
    }
    fixture.onBegin = job -> fixture.queue.park(TestJobs.key("b"));
    fixture.queue.hold(false);

    assertThat(fixture.begunJobs()).containsExactly("a");
  }

  @Test
  void tellsAllThatWaitEvenWhereThereIsNoRoom() {
    fixture.running("a").running("b").running("c");
    fixture.queue.park(TestJobs.key("d"));
    fixture.notifyNext("job-1");
    fixture.notify(QueueFixture.summaries("a", "b", "c", "d"), "job-1", "job-2");
    fixture.turns.put("d", Turn.LATER);
    fixture.resume("d");

    assertThat(fixture.waiting)
        .containsExactlyInAnyOrder(TestJobs.key("job-1"), TestJobs.key("job-2"), TestJobs.key("d"));
  }

  @Test
  void aJobBeginsWithWhatTheServiceHasStored() {
    fixture.queue.park(TestJobs.key("job-1"));
    QueuedJob stored = new QueuedJob(TestJobs.key("job-1"), 7, Map.of("k", "v"), TestJobs.DOCUMENT);
    fixture.queue.resume(stored);

    assertThat(fixture.begun).containsExactly(stored);
  }
}
