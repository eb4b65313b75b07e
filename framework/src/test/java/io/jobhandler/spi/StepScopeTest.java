package io.jobhandler.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.jobhandler.JobContext;
import io.jobhandler.ProgressReporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is reported of the steps of a job, and of what its handler reports within them. */
class StepScopeTest {
  private static final ProgressStep WRITE = new ProgressStep("write", 60);
  private static final ProgressStep CHECK = new ProgressStep("check", 30);
  private static final ProgressStep LOOK = new ProgressStep("look", 0);

  private final List<String> reports = new ArrayList<>();
  private final ProgressReporter reporter =
      new ProgressReporter() {
        @Override
        public void report(int percent) {
          reports.add("" + percent);
        }

        @Override
        public void report(int percent, String step) {
          reports.add(percent + " " + step);
        }
      };

  private static void run(ProgressStep step, Runnable work) {
    StepRun run = step.begin();
    try {
      work.run();
      run.done();
    } finally {
      run.end();
    }
  }

  private static void run(ProgressStep step) {
    run(step, () -> {});
  }

  private static void fail() {
    throw new IllegalStateException("no link");
  }

  @Test
  void stepsAddUp() {
    try (StepScope scope = StepScope.open(reporter)) {
      assertThat(scope.progress()).isNotSameAs(reporter);
      run(WRITE);
      run(LOOK);
      run(CHECK);
    }

    assertThat(reports)
        .containsExactly("0 write", "60 write", "60 look", "60 look", "60 check", "90 check");
  }

  @Test
  void aStepThatIsDoneAgainCountsOnce() {
    try (StepScope scope = StepScope.open(reporter)) {
      run(WRITE);
      run(WRITE, () -> scope.progress().report(50));
    }

    assertThat(reports).containsExactly("0 write", "60 write", "60 write", "60", "60 write");
  }

  @Test
  void aStepThatThrowsIsNotDone() {
    try (StepScope scope = StepScope.open(reporter)) {
      scope.progress().report(0);
      assertThatThrownBy(() -> run(WRITE, StepScopeTest::fail)).hasMessage("no link");
      run(CHECK);
      run(WRITE);
    }

    assertThat(reports)
        .containsExactly("0", "0 write", "0 check", "30 check", "30 write", "90 write");
  }

  @Test
  void theNameReturnsToTheStepAround() {
    try (StepScope scope = StepScope.open(reporter)) {
      run(
          WRITE,
          () -> {
            scope.progress().report(50);
            run(CHECK, () -> scope.progress().report(50, "half"));
            assertThatThrownBy(() -> run(LOOK, StepScopeTest::fail)).hasMessage("no link");
          });
    }

    assertThat(reports)
        .containsExactly(
            "0 write", "30", "30 check", "45 half", "60 write", "60 look", "60 write", "90 write");
  }

  @Test
  void aStepWithinItselfCountsOnce() {
    try (StepScope scope = StepScope.open(reporter)) {
      run(WRITE, () -> run(WRITE, () -> scope.progress().report(50)));
    }

    assertThat(reports).containsExactly("0 write", "0 write", "0", "0 write", "60 write");
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "0, 0", "1, 0", "50, 30", "99, 59", "100, 60", "2147483647, 60"})
  void percentagesWithinAStepAreThoseOfTheStep(int reported, int composed) {
    try (StepScope scope = StepScope.open(reporter)) {
      run(WRITE, () -> scope.progress().report(reported));
    }

    assertThat(reports).containsExactly("0 write", "" + composed, "60 write");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 42, 101})
  void percentagesOutsideOfTheStepsAreThoseOfTheJob(int reported) {
    try (StepScope scope = StepScope.open(reporter)) {
      run(WRITE);
      scope.progress().report(reported);
      scope.progress().report(reported, "more");
    }

    assertThat(reports).containsExactly("0 write", "60 write", "" + reported, reported + " more");
  }

  @Test
  void anotherThreadOfTheHandlerReportsWithinTheStep() throws InterruptedException {
    try (StepScope scope = StepScope.open(reporter)) {
      StepRun run = WRITE.begin();
      Thread helper =
          new Thread(
              () -> {
                scope.progress().report(50);
                run(CHECK);
              });
      helper.start();
      helper.join();
      run.end();
    }

    assertThat(reports).containsExactly("0 write", "30");
  }

  @Test
  void withoutAScopeTheWorkJustRuns() {
    run(WRITE);
    assertThatThrownBy(() -> run(WRITE, StepScopeTest::fail)).hasMessage("no link");
    StepScope.open(reporter).close();
    run(WRITE);

    assertThat(reports).isEmpty();
  }

  @Test
  void aScopeWithinAnotherIsClosedByItself() {
    try (StepScope scope = StepScope.open(reporter)) {
      run(WRITE);
      try (StepScope inner = StepScope.open(scope.progress())) {
        inner.progress().report(7);
        run(CHECK);
      }
      run(CHECK);
    }

    assertThat(reports)
        .containsExactly("0 write", "60 write", "7", "0 check", "30 check", "60 check", "90 check");
  }

  @ParameterizedTest
  @CsvSource({
    "60 write, 60 check, 90 check",
    "60, 60 check, 90 check",
    "100 done, 100 check, 100 check",
    "999 done, 100 check, 100 check",
    "6x, 0 check, 30 check",
    "-5 write, 0 check, 30 check",
    "'', 0 check, 30 check"
  })
  void afterARestartItGoesOnFromWhatIsStored(String stored, String first, String second) {
    try (StepScope scope = StepScope.openAfterRestart(reporter, context(stored))) {
      run(CHECK);
      assertThat(scope.progress()).isNotNull();
    }

    assertThat(reports).containsExactly(first, second);
  }

  private static JobContext context(String progress) {
    JobContext context = mock(JobContext.class);
    when(context.storedDetails()).thenReturn(Map.of("progress", progress));
    return context;
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 101})
  void refusesAWeightOutOfRange(int weight) {
    assertThatThrownBy(() -> new ProgressStep("write", weight))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the weight of step 'write' is %d, expected 0 to 100", weight);
  }

  @Test
  void anotherReporterLeavesTheOtherArgumentsAsTheyAre() {
    JobContext context = context("");
    ProgressReporter other = mock(ProgressReporter.class);

    assertThat(new JobInvocation("it", context, reporter).withProgress(other))
        .isEqualTo(new JobInvocation("it", context, other));
    assertThat(new ContinuationInvocation("it", context, reporter).withProgress(other))
        .isEqualTo(new ContinuationInvocation("it", context, other));
  }
}
