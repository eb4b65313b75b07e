package io.jobhandler.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.JobContext;
import io.jobhandler.JobResult;
import io.jobhandler.OnInterrupt;
import io.jobhandler.OnProgress;
import io.jobhandler.ProgressReporter;
import io.jobhandler.RestartCause;
import io.jobhandler.RetryLaterException;
import io.jobhandler.spi.ExceptionMapping;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.HandlerPolicy;
import io.jobhandler.testing.TestJobContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupHandlerTest {
  @TempDir private Path source;
  @TempDir private Path target;

  private final List<String> reports = new ArrayList<>();

  private final class Reports implements ProgressReporter {
    @Override
    public void report(int percent) {
      report(percent, "");
    }

    @Override
    public void report(int percent, String step) {
      reports.add(percent + " " + step);
    }
  }

  private final TestJobContext context = TestJobContext.of("backup");

  private JobResult backUp(JobContext attempt) throws IOException {
    return new BackupHandler(source, target).backUp(new Reports(), attempt);
  }

  @Test
  void copiesTheFilesAndSaysSoBeforeEach() throws IOException {
    Files.writeString(source.resolve("a.log"), "new");
    Files.writeString(source.resolve("b.log"), "b");
    Files.createDirectory(source.resolve("old"));

    assertThat(backUp(context)).isEqualTo(JobResult.succeeded(Map.of("folder", "backup-1")));

    assertThat(target.resolve("backup-1/a.log")).hasContent("new");
    assertThat(target.resolve("backup-1/b.log")).hasContent("b");
    assertThat(target.resolve("backup-1/old")).doesNotExist();
    assertThat(reports).containsExactly("0 copying a.log", "50 copying b.log", "100 copied");
  }

  @Test
  void goesOnInTheSameFolderAfterAnInterruption() throws IOException {
    Files.writeString(source.resolve("a.log"), "new");
    backUp(context);
    Files.writeString(target.resolve("backup-1/a.log"), "ha");

    backUp(context.nextAttempt(RestartCause.INTERRUPTION));

    assertThat(target.resolve("backup-1/a.log")).hasContent("new");
    assertThat(target.resolve("backup-2")).doesNotExist();
    assertThat(backUp(TestJobContext.of("backup")))
        .isEqualTo(JobResult.succeeded(Map.of("folder", "backup-2")));
  }

  @Test
  void waitsForTheDisk() throws IOException {
    Files.delete(target);

    assertThatThrownBy(() -> backUp(context))
        .isInstanceOfSatisfying(
            RetryLaterException.class,
            later -> assertThat(later.delay()).isEqualTo(Duration.ofMinutes(10)));
  }

  @Test
  void triesAgainWhereTheDiskFails() {
    HandlerPolicy policy = new BackupHandler_JobDispatcher().handlerMethods().get(0).policy();

    assertThat(policy.retriesOn(new NoSuchFileException("a.log"))).isTrue();
    assertThat(policy.retriesOn(new IllegalStateException())).isFalse();
    assertThat(policy.mappingOf(new NoSuchFileException("a.log")))
        .extracting(ExceptionMapping::reasonCode)
        .isEqualTo("DISK_ERROR");
    assertThat(policy.onInterrupt()).isEqualTo(OnInterrupt.RERUN);
  }

  @Test
  void eachFileHasTheWholeStepTimeout() {
    HandlerMethod method = new BackupHandler_JobDispatcher().handlerMethods().get(0);

    assertThat(method.stepTimeout()).isEqualTo(Duration.ofMinutes(2));
    assertThat(method.onProgress()).isEqualTo(OnProgress.RESTART_STEP_TIMER);
  }
}
