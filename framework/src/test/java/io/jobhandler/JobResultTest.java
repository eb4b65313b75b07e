package io.jobhandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobResultTest {

  @Test
  void aRestartBringsItsCheckpointAlong() {
    assertThat(JobResult.rebootAndContinue("slot b"))
        .isEqualTo(new JobResult.Restart(JobResult.Restart.Kind.REBOOT, "slot b"));
    assertThat(JobResult.restartAndContinue("slot b"))
        .isEqualTo(new JobResult.Restart(JobResult.Restart.Kind.PROCESS, "slot b"));
  }

  @Test
  @SuppressWarnings("NullAway") // which says so before
  void aRestartWithoutItsCheckpointIsRefused() {
    assertThatThrownBy(() -> JobResult.rebootAndContinue(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("checkpoint");
    assertThatThrownBy(() -> JobResult.restartAndContinue(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("checkpoint");
    assertThatThrownBy(() -> new JobResult.Restart(null, "slot b"))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("kind");
  }

  @Test
  void theReasonCodeHasAForm() {
    assertThatThrownBy(() -> JobResult.failed("disk full", "why"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'disk full'");
    assertThatThrownBy(() -> JobResult.rejected("", "why"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("reason code ''");
  }

  @Test
  void laterChangesOfTheCallersDetailsChangeNothing() {
    Map<String, String> details = new HashMap<>(Map.of("a", "1"));
    JobResult.Succeeded succeeded = new JobResult.Succeeded(details);
    details.put("b", "2");

    assertThat(succeeded.details()).containsOnlyKeys("a");
    assertThat(JobResult.succeeded()).isEqualTo(JobResult.succeeded(Map.of()));
  }

  @Test
  void detailsKeepTheirOrder() {
    Map<String, String> details = new LinkedHashMap<>();
    for (int i = 20; i > 0; i--) {
      details.put("k" + i, "v");
    }

    assertThat(((JobResult.Succeeded) JobResult.succeeded(details)).details().keySet())
        .containsExactlyElementsOf(details.keySet());
    assertThat(new JobFailedException("LOW", "why", details, null).details().keySet())
        .containsExactlyElementsOf(details.keySet());
  }

  @Test
  void detailsAreNotNull() {
    Map<String, String> details = new HashMap<>();
    details.put("a", null);

    assertThatThrownBy(() -> JobResult.succeeded(details))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("value of the detail a");
  }

  @Test
  void anExceptionIsTheResultThatItStandsFor() {
    JobFailedException failed =
        new JobFailedException("LOW", "why", Map.of("a", "1"), new IOException());
    JobRejectedException rejected = new JobRejectedException("NO", "why");

    assertThat(failed.toResult()).isEqualTo(new JobResult.Failed("LOW", "why", Map.of("a", "1")));
    assertThat(failed).hasCauseInstanceOf(IOException.class);
    assertThat(rejected.toResult()).isEqualTo(JobResult.rejected("NO", "why"));
  }

  @Test
  @SuppressWarnings("NullAway") // authors may pass on the message of another exception
  void anExceptionWithoutAReasonHasAnEmptyOne() {
    assertThat(new JobFailedException("LOW", null).reason()).isEmpty();
  }

  @Test
  void whatIsNotDurableSaysWhatAndWhy() {
    IOException cause = new IOException("disk full");

    assertThat(new NotDurableException("the checkpoint is not stored", cause))
        .hasMessage("the checkpoint is not stored")
        .hasCause(cause);
  }
}
