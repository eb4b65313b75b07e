package io.jobhandler.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.OnProgress;
import io.jobhandler.ProgressReporter;
import io.jobhandler.spi.HandlerMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

  @Test
  void copiesTheFilesAndSaysSoBeforeEach() throws IOException {
    Files.writeString(source.resolve("a.log"), "new");
    Files.writeString(source.resolve("b.log"), "b");
    Files.createDirectory(source.resolve("old"));
    Files.writeString(target.resolve("a.log"), "stale");

    new BackupHandler(source, target).backUp(new Reports());

    assertThat(target.resolve("a.log")).hasContent("new");
    assertThat(target.resolve("b.log")).hasContent("b");
    assertThat(target.resolve("old")).doesNotExist();
    assertThat(reports).containsExactly("0 copying a.log", "50 copying b.log", "100 copied");
  }

  @Test
  void eachFileHasTheWholeStepTimeout() {
    HandlerMethod method = new BackupHandler_JobDispatcher().handlerMethods().get(0);

    assertThat(method.stepTimeout()).isEqualTo(Duration.ofMinutes(2));
    assertThat(method.onProgress()).isEqualTo(OnProgress.RESTART_STEP_TIMER);
  }
}
