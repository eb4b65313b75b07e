package io.jobhandler.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.jobhandler.JobContext;
import io.jobhandler.ProgressReporter;
import io.jobhandler.payload.VerifiedPayload;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobInvocationTest {
  private final VerifiedPayload payload = mock(VerifiedPayload.class);
  private final VerifiedPayload other = mock(VerifiedPayload.class);

  private JobInvocation invocation(Map<String, Map<String, VerifiedPayload>> payloads) {
    JobContext context = mock(JobContext.class);
    when(context.operation()).thenReturn("firmware_update");
    return new JobInvocation("document", context, mock(ProgressReporter.class), payloads);
  }

  @Test
  void givesThePayloadOfAParameter() {
    JobInvocation invocation = invocation(Map.of("image", Map.of("", payload)));

    assertThat(invocation.payload("image")).isSameAs(payload);
  }

  @Test
  void givesThePayloadsOfAParameterInTheirOrder() {
    Map<String, VerifiedPayload> files = new LinkedHashMap<>();
    files.put("z", payload);
    files.put("a", other);

    Map<String, VerifiedPayload> given = invocation(Map.of("files", files)).payloads("files");
    files.clear();

    assertThat(given.keySet()).containsExactly("z", "a");
    assertThat(given.values()).containsExactly(payload, other);
    assertThatThrownBy(given::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void saysWhatThereIsInPlaceOfAPayload() {
    Map<String, Map<String, VerifiedPayload>> payloads = new LinkedHashMap<>();
    payloads.put("image", Map.of("", payload));
    payloads.put("files", Map.of("1", payload));
    JobInvocation invocation = invocation(payloads);

    assertThatThrownBy(() -> invocation.payload("imag"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("expected a payload 'imag' for firmware_update, there are [image, files]");
    assertThatThrownBy(() -> invocation.payloads("file"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("expected a payload 'file' for firmware_update, there are [image, files]");
    assertThatThrownBy(() -> invocation.payload("files"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "expected one payload 'files' for firmware_update, there is a map with the keys [1]");
  }

  @Test
  void hasNoPayloadsUnlessGivenSome() {
    JobContext context = mock(JobContext.class);
    JobInvocation invocation = new JobInvocation("document", context, mock(ProgressReporter.class));

    assertThat(invocation.payloads()).isEmpty();
    assertThat(invocation.document(String.class)).isEqualTo("document");
    assertThatThrownBy(() -> invocation.payload("image"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith("there are []");
  }
}
