package io.jobhandler.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.JobContext;
import io.jobhandler.spi.ContinuationInvocation;
import io.jobhandler.spi.JobInvocation;
import io.jobhandler.testing.TestJobContext;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles a handler with steps, runs its jobs, and looks at what was reported. */
class GeneratedStepsTest {
  private static final String BODY =
      """
      package test; import io.jobhandler.*; import java.io.IOException;
      class Handlers {
        @JobHandler(operation = "all")
        void all(@Progress ProgressReporter progress) throws Exception {
          progress.report(1, "begin");
          write(progress);
          progress.report(77);
          checkAll();
        }

        @JobHandler(operation = "again")
        void again() throws Exception {
          fetch(true);
          fetch(true);
        }

        @JobHandler(operation = "failing")
        JobResult failing() throws Exception {
          try {
            fetch(false);
          } catch (IOException e) {
            return JobResult.succeeded(java.util.Map.of("words", fetch(true)));
          }
          throw new AssertionError();
        }

        @JobHandler(operation = "elsewhere")
        void elsewhere() throws Exception {
          Thread thread = new Thread(this::checkAll);
          thread.start();
          thread.join();
        }

        @AfterRestart(operation = "all") void goOn() { checkAll(); }
        @OnCancelled(operation = "all") void takeBack() { checkAll(); }

        @Progress(step = "write image", weight = 60)
        void write(ProgressReporter progress) throws IOException {
          progress.report(50);
          progress.report(100, "last piece");
        }

        @Progress(weight = 10) String fetch(boolean works) throws IOException {
          if (!works) throw new IOException("no link");
          return "fetched";
        }

        @Progress void checkAll() { checkOne(); }
        @Progress(weight = 30) void checkOne() {}
      }
      """;

  @TempDir private Path directory;

  @Test
  void stepsAreReportedAsTheyRun() throws Throwable {
    assertThat(reportsOf("all"))
        .containsExactly(
            "1 begin",
            "0 write image",
            "30",
            "60 last piece",
            "60 write image",
            "77",
            "60 check all",
            "60 check one",
            "90 check all",
            "90 check all");
  }

  @Test
  void aStepThatIsCalledAgainCountsOnce() throws Throwable {
    assertThat(reportsOf("again")).containsExactly("0 fetch", "10 fetch", "10 fetch", "10 fetch");
  }

  @Test
  void aStepThatThrowsIsNotDone() throws Throwable {
    assertThat(reportsOf("failing")).containsExactly("0 fetch", "0 fetch", "10 fetch");
  }

  @Test
  void onAnotherThreadTheMethodJustRuns() throws Throwable {
    assertThat(reportsOf("elsewhere")).isEmpty();
  }

  @Test
  void afterARestartThePercentageGoesOn() throws Throwable {
    try (CompiledHandlers compiled = compiled()) {
      compiled
          .dispatcher()
          .dispatchAfterRestart("all", steps(compiled), continuation(compiled, "60 write image"));

      assertThat(compiled.reports())
          .containsExactly("60 check all", "60 check one", "90 check all", "90 check all");
    }
  }

  @Test
  void nothingIsReportedOfACancelledJob() throws Throwable {
    try (CompiledHandlers compiled = compiled()) {
      compiled.dispatcher().dispatchOnCancelled("all", steps(compiled), continuation(compiled, ""));

      assertThat(compiled.reports()).isEmpty();
    }
  }

  @Test
  void outsideOfAJobTheMethodJustRuns() throws Exception {
    try (CompiledHandlers compiled = compiled()) {
      Object steps = steps(compiled);
      Method method = steps.getClass().getDeclaredMethod("fetch", boolean.class);
      method.setAccessible(true);

      assertThat(method.invoke(steps, true)).isEqualTo("fetched");
      assertThatThrownBy(() -> method.invoke(steps, false)).hasCause(new IOException("no link"));
    }
  }

  @Test
  void anObjectOfTheHandlerClassItselfReportsNoSteps() throws Throwable {
    try (CompiledHandlers compiled = compiled()) {
      compiled.dispatcher().dispatch("again", compiled.handler(), invocation(compiled));

      assertThat(compiled.reports()).isEmpty();
    }
  }

  private List<String> reportsOf(String operation) throws Throwable {
    try (CompiledHandlers compiled = compiled()) {
      compiled.dispatcher().dispatch(operation, steps(compiled), invocation(compiled));
      return compiled.reports();
    }
  }

  private CompiledHandlers compiled() throws IOException, ReflectiveOperationException {
    return CompiledHandlers.of(directory, "test.Handlers", BODY);
  }

  private static Object steps(CompiledHandlers compiled) throws ReflectiveOperationException {
    return compiled.make(compiled.dispatcher().instanceClass().getName());
  }

  private static JobInvocation invocation(CompiledHandlers compiled) {
    return new JobInvocation(null, TestJobContext.of("any"), compiled.progress());
  }

  private static ContinuationInvocation continuation(CompiledHandlers compiled, String progress) {
    JobContext context =
        (JobContext)
            Proxy.newProxyInstance(
                JobContext.class.getClassLoader(),
                new Class<?>[] {JobContext.class},
                (proxy, method, arguments) -> Map.of("progress", progress));
    return new ContinuationInvocation(null, context, compiled.progress());
  }
}
