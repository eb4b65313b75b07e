package io.jobhandler.processor;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a step is stored by the service as it is, and says which step it is. */
final class StepNameCheck implements HandlerCheck {
  private static final int LONGEST = 1024;

  /** What the service refuses in status details. */
  private static final Pattern CONTROL = Pattern.compile("\\p{C}");

  @Override
  public void check(HandlerClassModel handlerClass, ErrorReporter reporter) {
    Map<String, ProgressStepModel> seen = new HashMap<>();
    for (ProgressStepModel step : HandlerCheck.OfStep.steps(handlerClass)) {
      Optional<String> fault = faultOf(step.step());
      if (fault.isPresent()) {
        reporter.error(
            ErrorCode.INVALID_STEP_NAME,
            step,
            ProgressStepModel.STEP,
            "the step's name of %s %s: write 1 to %d printable characters, for instance \"write image\""
                .formatted(step.signature(), fault.get(), LONGEST));
        continue;
      }
      ProgressStepModel other = seen.putIfAbsent(step.step(), step);
      if (other != null) {
        reporter.error(
            ErrorCode.DUPLICATE_STEP,
            step,
            ProgressStepModel.STEP,
            "step '%s' of %s is also that of %s: give one of them another name"
                .formatted(step.step(), step.signature(), other.signature()));
      }
    }
  }

  private static Optional<String> faultOf(String name) {
    if (name.isBlank()) {
      return Optional.of("is blank");
    }
    if (name.length() > LONGEST) {
      return Optional.of("has " + name.length() + " characters");
    }
    return CONTROL.matcher(name).find()
        ? Optional.of("has a control character, which the service refuses")
        : Optional.empty();
  }
}
