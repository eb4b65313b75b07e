package io.jobhandler.torture;

import io.jobhandler.torture.check.Finding;
import io.jobhandler.torture.plan.RoundPlan;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came of a run.
 *
 * @param rounds how many rounds there were
 * @param executions how many jobs were carried out
 * @param starts how many handlers were started
 * @param kills how many processes of the device were killed
 * @param lost how many executions have no end
 * @param duplicated what was done twice, or at the same time as something else
 * @param wrong what is not what the ledger says
 * @param ends how many executions ended how: status and reason
 */
record Totals(
    int rounds,
    long executions,
    long starts,
    long kills,
    long lost,
    long duplicated,
    long wrong,
    SortedMap<String, Long> ends) {
  static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0, new TreeMap<>());

  static Totals of(RoundPlan plan, Round.Result result) {
    return new Totals(
        1,
        plan.jobs().size(),
        result.starts(),
        result.kills(),
        count(result.findings(), Finding.Type.LOST),
        count(result.findings(), Finding.Type.DUPLICATED),
        count(result.findings(), Finding.Type.WRONG),
        result.ends().stream()
            .collect(Collectors.groupingBy(end -> end, TreeMap::new, Collectors.counting())));
  }

  Totals plus(Totals more) {
    SortedMap<String, Long> sum = new TreeMap<>(ends);
    more.ends.forEach((end, count) -> sum.merge(end, count, Long::sum));
    return new Totals(
        rounds + more.rounds,
        executions + more.executions,
        starts + more.starts,
        kills + more.kills,
        lost + more.lost,
        duplicated + more.duplicated,
        wrong + more.wrong,
        sum);
  }

  private static long count(List<Finding> findings, Finding.Type type) {
    return findings.stream().filter(finding -> finding.type() == type).count();
  }

  boolean isGood() {
    return lost == 0 && duplicated == 0 && wrong == 0;
  }

  @Override
  public String toString() {
    return "rounds=%d executions=%d starts=%d kills=%d lost=%d duplicated=%d wrong=%d"
        .formatted(rounds, executions, starts, kills, lost, duplicated, wrong);
  }
}
