package io.jobhandler.torture.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The kill points that are gone through one by one. */
final class EnumeratedKills {
  private static final int FORCES = 30;
  private static final int WRITES = 30;
  private static final int RENAMES = 15;
  private static final int REMOVALS = 8;

  private static final List<KillPlan.AtCall> ALL = all();

  private EnumeratedKills() {}

  private static List<KillPlan.AtCall> all() {
    List<KillPlan.AtCall> all = new ArrayList<>();
    add(all, "fsync", FORCES);
    add(all, "rename", RENAMES);
    add(all, "write", WRITES);
    add(all, "unlink", REMOVALS);
    // So that few rounds have some of each.
    all.sort(Comparator.comparing(KillPlan.AtCall::number));
    return List.copyOf(all);
  }

  private static void add(List<KillPlan.AtCall> all, String call, int most) {
    for (int number = 1; number <= most; number++) {
      all.add(new KillPlan.AtCall(call, number));
    }
  }

  /** One after the other, and then from the first again. */
  static KillPlan.AtCall get(long index) {
    return ALL.get((int) Math.floorMod(index, (long) ALL.size()));
  }
}
