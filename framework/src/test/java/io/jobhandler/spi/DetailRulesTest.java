package io.jobhandler.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetailRulesTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "config:Version_2-b"})
  void keysThatTheServiceTakes(String key) {
    assertThatCode(() -> DetailRules.requireKey(key)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a$b", "größe", "a.b"})
  void keysThatItDoesNot(String key) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DetailRules.requireKey(key))
        .withMessage(
            "'%s' is no key of a status detail, 1 to 128 characters of [a-zA-Z0-9:_-]: rename it",
            key);
  }

  @Test
  void keysHaveALength() {
    assertThatCode(() -> DetailRules.requireKey("k".repeat(128))).doesNotThrowAnyException();
    assertThatIllegalArgumentException().isThrownBy(() -> DetailRules.requireKey("k".repeat(129)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"agentToken", "progress", "reasonCode", "reason"})
  void keysOfTheFramework(String key) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DetailRules.requireKey(key))
        .withMessage("'%s' is a status detail that the framework writes itself: rename it", key);
  }

  @Test
  void valuesHaveADefinedText() {
    assertThat(DetailRules.isValue(UUID.class.getName())).isTrue();
    assertThat(DetailRules.isValue(Object.class.getName())).isFalse();
  }
}
