package io.jobhandler.spi;

import org.jspecify.annotations.Nullable;

/** A step that runs. */
final class OpenStep implements StepRun {
  private static final int ALL = 100;

  private final StepScope scope;
  private final ProgressStep step;
  private final int weight;
  private final @Nullable OpenStep caller;
  private volatile int ownPoints;
  private boolean done;

  /**
   * Opens a step.
   *
   * @param scope the job's
   * @param step which one
   * @param weight the points that this run may bring
   * @param caller the step that it was called by, null if by none
   */
  OpenStep(StepScope scope, ProgressStep step, int weight, @Nullable OpenStep caller) {
    this.scope = scope;
    this.step = step;
    this.weight = weight;
    this.caller = caller;
  }

  ProgressStep step() {
    return step;
  }

  int weight() {
    return weight;
  }

  @Nullable OpenStep caller() {
    return caller;
  }

  boolean isDone() {
    return done;
  }

  /** Notes how much of the step is done by now. Called by any thread. */
  void advance(int percent) {
    ownPoints = Math.max(0, Math.min(ALL, percent)) * weight / ALL;
  }

  /** What it and the steps around it have come to so far, besides the steps that are done. */
  int points() {
    int points = 0;
    for (OpenStep open = this; open != null; open = open.caller) {
      points += open.ownPoints;
    }
    return points;
  }

  @Override
  public void done() {
    done = true;
  }

  @Override
  public void end() {
    scope.end(this);
  }
}
