package io.jobhandler.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.internal.health.Finding;
import io.jobhandler.internal.health.Findings;
import io.jobhandler.internal.health.Trouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which places are found to be kept for nobody. */
class PermitCheckTest {
  private static final ExecutionKey ONE = TestJobs.key("job-1");
  private static final ExecutionKey TWO = TestJobs.key("job-2");

  private final Findings findings = new Findings(() -> 0, () -> {});
  private final PermitCheck check = new PermitCheck(findings);

  @Test
  void placesOfJobsThatSomebodyWorksOnAreInOrder() {
    check.check(Set.of(), Set.of());
    check.check(Set.of(ONE), Set.of(ONE, TWO));

    assertThat(findings.list()).isEmpty();
  }

  @Test
  void aPlaceIsLostUntilItIsGivenFree() {
    check.check(Set.of(ONE, TWO), Set.of(TWO));
    assertThat(findings.list())
        .extracting(Finding::trouble, Finding::text)
        .containsExactly(
            tuple(Trouble.PERMIT_LEAKED, "the queue waits for job job-1, on which nobody works"));

    check.check(Set.of(ONE, TWO), Set.of());
    assertThat(findings.list()).hasSize(2);
    check.check(Set.of(TWO), Set.of());
    assertThat(findings.list()).extracting(Finding::text).allMatch(text -> text.contains("job-2"));
    check.check(Set.of(), Set.of());
    assertThat(findings.list()).isEmpty();
  }
}
