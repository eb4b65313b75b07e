package io.jobhandler.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.OnProgress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandlerMethodTest {

  private static HandlerMethod method(String operation, String stepTimeout) {
    return HandlerMethod.of(operation, null, stepTimeout, "Firmware.install()");
  }

  @Test
  void anEmptyStepTimeoutIsUnset() {
    assertThat(method("x", "").stepTimeout()).isNull();
    assertThat(method("x", "PT10M").stepTimeout()).isEqualTo(Duration.ofMinutes(10));
    assertThat(method("x", "P6D").stepTimeout()).isEqualTo(HandlerMethod.MAX_STEP_TIMEOUT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "P6DT0.000000001S", "P7D"})
  void refusesAStepTimeoutOutOfRange(String stepTimeout) {
    assertThatThrownBy(() -> method("x", stepTimeout))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("of Firmware.install() is not over zero and up to P6D");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10m", "10", "P", " "})
  void refusesWhatIsNoDuration(String stepTimeout) {
    assertThatThrownBy(() -> method("x", stepTimeout))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "stepTimeout '%s' of Firmware.install() is not an ISO-8601 duration,"
                + " for instance PT10M",
            stepTimeout);
  }

  @Test
  void leavesTheStepTimerAloneUnlessTold() {
    HandlerMethod method = method("x", "PT10M");
    HandlerMethod told = method.withOnProgress(OnProgress.RESTART_STEP_TIMER);

    assertThat(method.onProgress()).isEqualTo(OnProgress.UNSET);
    assertThat(told.onProgress()).isEqualTo(OnProgress.RESTART_STEP_TIMER);
    assertThat(told.withOnProgress(OnProgress.UNSET)).isEqualTo(method);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a/b", "ü"})
  void refusesAnOperationOfAnotherForm(String operation) {
    assertThatThrownBy(() -> method(operation, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "operation '%s' of Firmware.install() is not 1 to 128 characters of [a-zA-Z0-9:_.-]",
            operation);
  }

  @Test
  void boundsTheLengthOfAnOperation() {
    assertThat(method("o".repeat(128), "").operation()).hasSize(128);
    assertThatThrownBy(() -> method("o".repeat(129), ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepsThePayloadsInTheirOrder() {
    PayloadParameter second = payload("second", "/b");
    PayloadParameter first = payload("first", "/a");
    HandlerMethod method = method("x", "PT1M");

    HandlerMethod changed = method.withPayload(second).withPayload(first);

    assertThat(method.payloads()).isEmpty();
    assertThat(changed.payloads()).containsExactly(second, first);
    assertThat(changed.stepTimeout()).isEqualTo(Duration.ofMinutes(1));
    assertThat(changed.signature()).isEqualTo("Firmware.install()");
  }

  @Test
  void refusesPayloadsThatAreTheSame() {
    HandlerMethod method = method("x", "").withPayload(payload("image", "/a"));

    assertThatThrownBy(() -> method.withPayload(payload("other", "/a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Firmware.install() has two payloads with the url '/a': give each a url of its own");
    assertThatThrownBy(() -> method.withPayload(payload("image", "/b")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Firmware.install() has two payloads 'image': give each a name of its own");
  }

  private static PayloadParameter payload(String name, String url) {
    return new PayloadParameter(name, url, "/codesign", "", false);
  }
}
