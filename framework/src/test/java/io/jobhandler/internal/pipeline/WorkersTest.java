package io.jobhandler.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.internal.health.Finding;
import io.jobhandler.internal.health.Findings;
import io.jobhandler.internal.health.Trouble;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.testkit.ManualScheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** How many threads work, and what is told where there is none. */
class WorkersTest {
  private final HeldThreads threads = new HeldThreads();
  private final ManualScheduler time = new ManualScheduler();
  private final Loop loop = new Loop(time, time::nanoTime);
  private final Findings findings = new Findings(() -> 0, () -> {});
  private final List<Integer> workingAtTheEnd = new ArrayList<>();
  private final Workers workers = new Workers(threads, loop, findings, this::ended);

  private void ended() {
    workingAtTheEnd.add(workers.working());
  }

  @Test
  void countsWhatIsUnderWay() {
    workers.execute(() -> {});
    workers.execute(() -> {});
    assertThat(workers.working()).isEqualTo(2);

    threads.runNext();
    threads.runNext();
    assertThat(workers.working()).as("the loop has not seen it").isEqualTo(2);

    time.runDue();
    assertThat(workingAtTheEnd).containsExactly(1, 0);
  }

  @Test
  void countsWorkThatThrowsNoLonger() {
    workers.execute(
        () -> {
          throw new StackOverflowError();
        });

    assertThatThrownBy(threads::runNext).isInstanceOf(StackOverflowError.class);
    time.runDue();
    assertThat(workingAtTheEnd).containsExactly(0);
  }

  @Test
  void aRefusalLastsUntilThereIsAThreadAgain() {
    refuse(new RejectedExecutionException("shut down"));
    assertThat(findings.list())
        .singleElement()
        .extracting(Finding::text)
        .asString()
        .isEqualTo(
            "there is no thread for the work of jobs:"
                + " java.util.concurrent.RejectedExecutionException: shut down");

    workers.execute(() -> {});
    assertThat(findings.list()).isEmpty();
    assertThat(workers.working()).isEqualTo(1);
  }

  @Test
  void aProcessThatCannotMakeThreadsRefusesToo() {
    refuse(new OutOfMemoryError("unable to create native thread"));

    assertThat(findings.list()).extracting(Finding::trouble).containsExactly(Trouble.NO_THREAD);
  }

  private void refuse(Throwable thrown) {
    threads.refuseNext(thrown);
    assertThatThrownBy(() -> workers.execute(() -> {})).isSameAs(thrown);
    assertThat(workers.working()).isZero();
    assertThat(workingAtTheEnd).isEmpty();
  }
}
