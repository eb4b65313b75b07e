package io.jobhandler.torture.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlannerTest {
  private static final int ROUNDS = 249;

  private static List<RoundPlan> plans(long seed, boolean enumerates) {
    Planner planner = new Planner(seed, enumerates);
    return IntStream.range(0, ROUNDS).mapToObj(planner::plan).toList();
  }

  @Test
  void plansTheSameForTheSameSeed() {
    assertThat(plans(7, true)).isEqualTo(plans(7, true)).isNotEqualTo(plans(8, true));
  }

  @Test
  void goesThroughAllEnumeratedKills() {
    assertThat(plans(7, true))
        .flatExtracting(RoundPlan::kills)
        .filteredOn(KillPlan.AtCall.class::isInstance)
        .doesNotHaveDuplicates()
        .contains(
            new KillPlan.AtCall("fsync", 1),
            new KillPlan.AtCall("fsync", 30),
            new KillPlan.AtCall("rename", 15),
            new KillPlan.AtCall("write", 30),
            new KillPlan.AtCall("unlink", 8));
  }

  @Test
  void plansNoKillAtACallWhereThatIsNotPossible() {
    assertThat(plans(7, false))
        .flatExtracting(RoundPlan::kills)
        .isNotEmpty()
        .doesNotHaveAnyElementsOfTypes(KillPlan.AtCall.class);
  }

  @Test
  void aRoundIsTheFirstOneOfAnotherSeed() {
    assertThat(new Planner(7, true).plan(11)).isEqualTo(new Planner(18, true).plan(0));
  }

  @Test
  void hasAllKindsOfJobsAndKills() {
    List<RoundPlan> plans = plans(7, true);

    assertThat(plans)
        .flatExtracting(RoundPlan::jobs)
        .extracting(PlannedJob::kind)
        .contains(Kind.values());
    assertThat(plans)
        .flatExtracting(RoundPlan::kills)
        .hasAtLeastOneElementOfType(KillPlan.AfterStart.class)
        .hasAtLeastOneElementOfType(KillPlan.AfterLines.class)
        .hasAtLeastOneElementOfType(KillPlan.AfterBegin.class);
    assertThat(plans).extracting(plan -> plan.kills().size()).contains(0, 1, 2, 3, 4);
    assertThat(plans).extracting(RoundPlan::freshDevice).contains(true, false);
  }
}
