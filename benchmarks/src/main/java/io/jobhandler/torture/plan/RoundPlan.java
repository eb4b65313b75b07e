package io.jobhandler.torture.plan;

import java.util.List;

/**
 * What happens in a round.
 *
 * @param number which round: the seed that it is the first round of
 * @param jobs the jobs
 * @param kills the kills, one a process, in their order
 * @param powerCuts for each kill, whether the device boots anew after it
 * @param link what becomes of messages
 * @param freshDevice whether a new device is taken, with an empty journal
 * @param killedAtEnd whether the last process is killed when all is done, in place of a SIGTERM
 */
public record RoundPlan(
    long number,
    List<PlannedJob> jobs,
    List<KillPlan> kills,
    List<Boolean> powerCuts,
    LinkPlan link,
    boolean freshDevice,
    boolean killedAtEnd) {

  /** Copies the lists. */
  public RoundPlan {
    jobs = List.copyOf(jobs);
    kills = List.copyOf(kills);
    powerCuts = List.copyOf(powerCuts);
  }

  /** When a process is killed, 0 for the first. */
  public KillPlan kill(int process) {
    return process < kills.size() ? kills.get(process) : new KillPlan.Never();
  }

  /** Whether the device boots anew after a process was killed, 0 for the first. */
  public boolean hasPowerCut(int process) {
    return process < powerCuts.size() && powerCuts.get(process);
  }
}
