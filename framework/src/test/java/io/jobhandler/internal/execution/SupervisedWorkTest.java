package io.jobhandler.internal.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.loop.Loop;
import io.jobhandler.testkit.ManualScheduler;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told of work, whatever it does. */
class SupervisedWorkTest {
  private static final Duration TIMEOUT = Duration.ofMinutes(1);
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final ManualScheduler manual = new ManualScheduler();
  private final Deque<Runnable> threads = new ArrayDeque<>();
  private final List<Object> heard = new ArrayList<>();

  /** Work that throws, or results in {@code done}. */
  private SupervisedWork<String> work(Throwable... thrown) {
    return new SupervisedWork<>(
        "The work",
        new Throwing(List.of(thrown)),
        TIMEOUT,
        GRACE,
        new Loop(manual, manual::nanoTime),
        new Heard());
  }

  private record Throwing(List<Throwable> thrown) implements SupervisedWork.Task<String> {
    @Override
    public String run() throws Throwable {
      if (!thrown.isEmpty()) {
        throw thrown.get(0);
      }
      return "done";
    }

    @Override
    public String failed(Throwable failure) {
      return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }
  }

  private final class Heard implements SupervisedWork.Listener<String> {
    @Override
    public void onResult(String result) {
      heard.add(result);
    }

    @Override
    public void onStopped(StopReason reason) {
      heard.add(reason);
    }

    @Override
    public void onStuck() {
      heard.add("stuck");
    }

    @Override
    public void onThreadEnded() {
      heard.add("ended");
    }
  }

  private static final class Unspeakable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no words");
    }
  }

  @Test
  void anExceptionThatCannotBeReadIsTold() {
    work(new Unspeakable()).start(Runnable::run);
    manual.runDue();

    assertThat(heard)
        .containsExactly(
            "UnreadableFailureException: "
                + Unspeakable.class.getName()
                + " fails when it is asked for its message",
            "ended");
  }

  /** Edge case 23. */
  @Test
  void aThreadThatIsNotToBeHadIsTold() {
    work()
        .start(
            task -> {
              throw new OutOfMemoryError("unable to create native thread");
            });
    work()
        .start(
            task -> {
              throw new RejectedExecutionException("full");
            });

    assertThat(heard)
        .containsExactly(
            "OutOfMemoryError: unable to create native thread",
            "ended",
            "RejectedExecutionException: full",
            "ended");
    assertThat(manual.waiting()).isZero();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GONE")
  void workThatHasEndedCountsBeforeTheLoopHasHeardOfIt(StopReason reason) {
    SupervisedWork<String> work = work();
    work.start(Runnable::run);
    work.stop(reason);
    assertThat(work.isStopped()).isFalse();
    manual.runDue();

    assertThat(heard).containsExactly("done", "ended");
    assertThat(manual.waiting()).isZero();
  }

  @Test
  void nothingIsToldOfWorkWhoseJobIsGoneThoughItHasEnded() {
    SupervisedWork<String> work = work();
    work.start(Runnable::run);
    work.stop(StopReason.GONE);
    manual.runDue();

    assertThat(heard).containsExactly(StopReason.GONE, "ended");
    assertThat(manual.waiting()).isZero();
  }

  /** Edge case 22. */
  @Test
  void workThatGetsItsThreadAfterItsDeadlineIsNotDone() {
    work().start(threads::add);
    manual.advance(TIMEOUT.minusNanos(1));
    SupervisedWork<String> inTime = work();
    inTime.start(threads::add);
    manual.advance(Duration.ofNanos(1));
    threads.remove().run();
    manual.runDue();
    assertThat(heard).containsExactly(StopReason.DEADLINE, "ended");

    threads.remove().run();
    manual.runDue();
    assertThat(heard).containsExactly(StopReason.DEADLINE, "ended", "done", "ended");
  }

  /** Edge case 22: also where the loop has not yet found time to look at the deadline. */
  @Test
  void workThatFindsItsDeadlinePassedIsNotDone() {
    ManualScheduler late = new ManualScheduler(); // its deadline task never comes
    SupervisedWork<String> work =
        new SupervisedWork<>(
            "The work",
            new Throwing(List.of()),
            TIMEOUT,
            GRACE,
            new Loop(late, manual::nanoTime),
            new Heard());
    work.start(threads::add);
    manual.advance(TIMEOUT);
    assertThat(work.remaining()).isZero();
    threads.remove().run();
    late.runDue();

    assertThat(heard).containsExactly(StopReason.DEADLINE, "ended");
    assertThat(late.waiting()).isZero();
  }

  /** Edge case 16. */
  @Test
  void workThatIsStoppedOnItsWayToItsThreadIsNotDone() {
    SupervisedWork<String> work = work();
    work.start(threads::add);
    work.stop(StopReason.GONE);
    assertThat(work.isStopped()).isTrue();
    threads.remove().run();
    manual.runDue();

    assertThat(heard).containsExactly(StopReason.GONE, "ended");
    assertThat(manual.waiting()).isZero();
  }

  /** Edge case 16. */
  @Test
  void workThatIsStoppedBeforeItStartsIsNotDone() {
    SupervisedWork<String> work = work();
    work.stop(StopReason.CLOSING);
    work.stop(StopReason.GONE);
    work.start(threads::add);
    manual.runDue();

    assertThat(threads).isEmpty();
    assertThat(heard).containsExactly(StopReason.CLOSING, "ended");
    assertThat(manual.waiting()).isZero();
  }

  @Test
  void workThatNeverGetsItsThreadIsStuckOnce() {
    SupervisedWork<String> work = work();
    work.start(threads::add);
    manual.advance(TIMEOUT.plus(GRACE).minusNanos(1));
    assertThat(heard).isEmpty();
    manual.advance(Duration.ofNanos(1));
    assertThat(heard).containsExactly("stuck", StopReason.DEADLINE);

    work.stop(StopReason.GONE);
    manual.advance(Duration.ofDays(1));
    threads.remove().run();
    manual.runDue();
    assertThat(heard).containsExactly("stuck", StopReason.DEADLINE, "ended");
  }
}
