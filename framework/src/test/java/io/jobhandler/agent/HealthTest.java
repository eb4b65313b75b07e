package io.jobhandler.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.agent.Health.Code;
import io.jobhandler.agent.Health.Reason;
import io.jobhandler.agent.Health.Status;
import io.jobhandler.internal.health.Finding;
import io.jobhandler.internal.health.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What reasons make of an agent's health. */
class HealthTest {
  private static Reason reason(Code code) {
    return new Reason(code, "text", Duration.ZERO);
  }

  @Test
  void anAgentWithoutReasonsIsUp() {
    assertThat(new Health(List.of()).status()).isEqualTo(Status.UP);
  }

  @ParameterizedTest
  @EnumSource
  void everyReasonMakesItLessThanUp(Code code) {
    assertThat(new Health(List.of(reason(code))).status())
        .isEqualTo(code.status())
        .isNotEqualTo(Status.UP);
  }

  @Test
  void theGravestReasonCounts() {
    assertThat(
            new Health(
                    List.of(
                        reason(Code.OFFLINE),
                        reason(Code.HANDLER_STUCK),
                        reason(Code.JOURNAL_FAILING)))
                .status())
        .isEqualTo(Status.STUCK);
  }

  @Test
  void keepsItsReasons() {
    List<Reason> reasons = new ArrayList<>(List.of(reason(Code.OFFLINE)));
    Health health = new Health(reasons);
    reasons.clear();

    assertThat(health.reasons()).hasSize(1);
  }

  @Test
  void everyTroubleHasACodeOfItsName() {
    List<Finding> all =
        Arrays.stream(Trouble.values())
            .map(trouble -> new Finding(trouble, trouble.name(), Duration.ofSeconds(3)))
            .toList();

    assertThat(Health.of(all).reasons())
        .containsExactlyElementsOf(
            Arrays.stream(Code.values())
                .map(code -> new Reason(code, code.name(), Duration.ofSeconds(3)))
                .toList());
  }
}
