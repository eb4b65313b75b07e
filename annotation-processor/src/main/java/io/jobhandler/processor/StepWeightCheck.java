package io.jobhandler.processor;

import java.util.List;
import java.util.stream.Collectors;

/** The steps of a class are worth all of a job at most. */
final class StepWeightCheck implements HandlerCheck {
  private static final int ALL = 100;

  @Override
  public void check(HandlerClassModel handlerClass, ErrorReporter reporter) {
    List<ProgressStepModel> steps = HandlerCheck.OfStep.steps(handlerClass);
    steps.stream().filter(step -> !isInRange(step)).forEach(step -> reportRange(step, reporter));
    if (steps.stream().allMatch(StepWeightCheck::isInRange)) {
      checkSum(handlerClass, steps, reporter);
    }
  }

  private static boolean isInRange(ProgressStepModel step) {
    return step.weight() >= 0 && step.weight() <= ALL;
  }

  private static void reportRange(ProgressStepModel step, ErrorReporter reporter) {
    reporter.error(
        ErrorCode.INVALID_STEP_WEIGHT,
        step,
        ProgressStepModel.WEIGHT,
        ("weight %d of %s is not 0 to %d: write how many percentage points of the job the step is,"
                + " or leave it out for none")
            .formatted(step.weight(), step.signature(), ALL));
  }

  /** Reports at the step that is too much. */
  private static void checkSum(
      HandlerClassModel handlerClass, List<ProgressStepModel> steps, ErrorReporter reporter) {
    int sum = 0;
    for (ProgressStepModel step : steps) {
      sum += step.weight();
      if (sum > ALL) {
        reporter.error(
            ErrorCode.WEIGHTS_OVER_ALL,
            step,
            ProgressStepModel.WEIGHT,
            "the steps of %s are worth %d percentage points together, expected %d at most: %s"
                .formatted(handlerClass.nestedName(), sumOf(steps), ALL, listed(steps)));
        return;
      }
    }
  }

  private static int sumOf(List<ProgressStepModel> steps) {
    return steps.stream().mapToInt(ProgressStepModel::weight).sum();
  }

  private static String listed(List<ProgressStepModel> steps) {
    return steps.stream()
        .filter(step -> step.weight() > 0)
        .map(step -> "'%s' %d".formatted(step.step(), step.weight()))
        .collect(Collectors.joining(", "));
  }
}
