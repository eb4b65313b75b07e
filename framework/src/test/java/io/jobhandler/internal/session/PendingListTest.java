package io.jobhandler.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.internal.flow.QueuedJob;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PendingListTest {
  private final PendingList list = new PendingList();

  private static Listing queued(int from, int to) {
    return new Listing(List.of(), names(from, to).stream().map(TestJobs::key).toList());
  }

  private static QueuedJob job(String jobId) {
    return new QueuedJob(TestJobs.key(jobId), 1, Map.of(), TestJobs.DOCUMENT);
  }

  private List<String> jobIds() {
    return list.inOrder().stream().map(entry -> entry.key().jobId()).toList();
  }

  private static List<String> names(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "job-" + i).toList();
  }

  @Test
  void keepsTheFirst100OfListsThatGoOn() {
    for (int from = 1_000; from >= 0; from -= 10) {
      list.replace(queued(from, from + 10), key -> true);
    }
    assertThat(jobIds()).containsExactlyElementsOf(names(0, 100));
  }

  @Test
  void keepsTheFirst100OfOneList() {
    list.replace(queued(0, 10), key -> true);
    list.replace(queued(1_000, 2_000), key -> true);
    assertThat(jobIds()).containsExactlyElementsOf(names(1_000, 1_100));
  }

  @Test
  void countsOnlyWhatIsWanted() {
    list.replace(queued(0, 200), key -> !key.equals(TestJobs.key("job-0")));
    assertThat(jobIds()).containsExactlyElementsOf(names(1, 101));
  }

  @Test
  void keepsTheLast100Heads() {
    for (int i = 0; i < 150; i++) {
      list.putFirst(job("job-" + i));
    }
    assertThat(jobIds()).hasSize(100).startsWith("job-149").endsWith("job-50");
  }

  @Test
  void movesAnEntryOfAFullListToTheHead() {
    list.replace(queued(0, 100), key -> true);
    list.putFirst(job("job-99"));
    assertThat(jobIds()).hasSize(100).startsWith("job-99", "job-0").endsWith("job-98");
  }
}
