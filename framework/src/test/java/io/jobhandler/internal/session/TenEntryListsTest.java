package io.jobhandler.internal.session;

import static io.jobhandler.internal.session.QueueFixture.PATIENCE;
import static io.jobhandler.internal.session.QueueFixture.jobs;
import static io.jobhandler.internal.session.QueueFixture.summaries;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.internal.flow.ExecutionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lists that name ten executions may leave others out, and say nothing by that. */
@DisplayName("Edge case 8: a list names at most ten executions")
class TenEntryListsTest {
  private final QueueFixture fixture = new QueueFixture(1).connected().running("job-0");
  private final FakeQueueService service = fixture.service;

  private static Set<ExecutionKey> keys(String... jobs) {
    return Stream.of(jobs).map(TestJobs::key).collect(Collectors.toSet());
  }

  @Test
  void aListOfTenDropsNothing() {
    fixture.notify(List.of(), jobs(11, 13));
    fixture.notify(List.of(), jobs(1, 10));

    assertThat(fixture.waiting).isEqualTo(keys(jobs(1, 13)));
    fixture.manual.advance(PATIENCE);
    assertThat(service.asked()).isEqualTo(1);
  }

  @Test
  void thoseInProgressCountAmongTheTen() {
    fixture.notify(List.of(), "job-13");
    fixture.notify(summaries("job-0", "theirs"), jobs(1, 8));

    assertThat(fixture.waiting).isEqualTo(keys("job-13", jobs(1, 8)));
  }

  private static Set<ExecutionKey> keys(String one, String... more) {
    Set<ExecutionKey> all = keys(more);
    all.add(TestJobs.key(one));
    return all;
  }

  @Test
  void aListOfNineDropsWhatItDoesNotName() {
    fixture.notify(List.of(), jobs(11, 13));
    fixture.notify(summaries("job-0"), jobs(1, 8));

    assertThat(fixture.waiting).isEqualTo(keys(jobs(1, 8)));
  }

  @Test
  void aListOfTenThatDoesNotNameTheRunningJobIsNoHint() {
    fixture.notify(List.of(), jobs(1, 10));
    assertThat(service.described()).isEmpty();

    fixture.notify(List.of(), jobs(1, 9));
    assertThat(service.described()).containsExactly("job-0");
  }

  @Test
  void anAskedListOfTenThatDoesNotNameTheRunningJobIsNoHint() {
    fixture.queue.onConnected();
    fixture.manual.advance(QueueFixture.RECONNECT_JITTER);
    service.answerList(List.of(), summaries(jobs(1, 10)));

    assertThat(service.described()).isEmpty();
  }

  @Test
  void thoseThatAListNamesComeBeforeThoseThatItLeavesOut() {
    fixture.notify(List.of(), jobs(4, 5));
    fixture.notify(List.of(), jobs(1, 10));
    List<String> order = new ArrayList<>();
    fixture.over("job-0");
    for (int i = 0; i < 10; i++) {
      fixture.manual.advance(PATIENCE);
      String next = service.lastDescribed().jobId();
      order.add(next);
      fixture.describe();
      fixture.over(next);
    }

    assertThat(order).containsExactly(jobs(1, 10));
  }

  @Test
  void moreThanTenRunInOrderAsTheListMovesOn() {
    List<String> order = new ArrayList<>(List.of("job-0"));
    for (int i = 1; i <= 15; i++) {
      fixture.notify(summaries("job-" + (i - 1)), jobs(i, Math.min(i + 8, 15)));
      fixture.over("job-" + (i - 1));
      fixture.notifyNext("job-" + i);
      order.add("job-" + i);
    }

    assertThat(fixture.begunJobs()).isEqualTo(order);
    assertThat(service.described()).isEmpty();
    assertThat(service.asked()).isEqualTo(1);
  }

  @Test
  void aQueueThatOthersWorkOffDoesNotGrowInHere() {
    for (int i = 1; i <= 1000; i += 10) {
      fixture.notify(List.of(), jobs(i, i + 9));
    }
    assertThat(fixture.waiting).hasSize(100).containsAll(keys(jobs(991, 1000)));

    fixture.notifyNext("job-1001");
    assertThat(fixture.waiting).hasSize(100).contains(TestJobs.key("job-1001"));
  }

  @Test
  void aListThatNamesMoreThanTheServiceEverDoesIsCut() {
    fixture.notify(List.of(), jobs(1, 3000));

    assertThat(fixture.waiting).isEqualTo(keys(jobs(1, 100)));
  }
}
