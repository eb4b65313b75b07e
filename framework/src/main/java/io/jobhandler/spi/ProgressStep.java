package io.jobhandler.spi;

import java.util.Objects;

/**
 * A named part of the jobs of a handler class. Generated code has one for each {@link
 * io.jobhandler.Progress} method. Immutable.
 */
public final class ProgressStep {
  private static final int MOST = 100;

  private final String name;
  private final int weight;

  /**
   * Makes a step, which is the same as no other.
   *
   * @param name what is being done
   * @param weight the percentage points that it is worth, from 0 to 100
   * @throws IllegalArgumentException if the weight is out of range
   */
  public ProgressStep(String name, int weight) {
    this.name = Objects.requireNonNull(name, "name");
    if (weight < 0 || weight > MOST) {
      throw new IllegalArgumentException(
          "the weight of step '%s' is %d, expected 0 to %d".formatted(name, weight, MOST));
    }
    this.weight = weight;
  }

  String name() {
    return name;
  }

  int weight() {
    return weight;
  }

  /**
   * Begins the step in the job of the calling thread, and reports its name.
   *
   * @return the run, to be ended on the same thread; one that does nothing where the thread has no
   *     {@link StepScope}
   */
  public StepRun begin() {
    StepScope scope = StepScope.current();
    return scope == null ? StepRun.OUTSIDE : scope.begin(this);
  }
}
