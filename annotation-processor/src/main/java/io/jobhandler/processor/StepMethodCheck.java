package io.jobhandler.processor;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** A step is a method that the handlers of its class call, and that a subclass can override. */
final class StepMethodCheck implements HandlerCheck.OfStep {

  @Override
  public void check(ProgressStepModel step, ErrorReporter reporter) {
    if (step.calledAs().isPresent()) {
      reporter.error(
          ErrorCode.STEP_OF_DISPATCHER,
          step,
          ("%s is called by the dispatcher as %s, and is the whole job rather than a step of it:"
                  + " remove @Progress, and put it on the methods that it calls")
              .formatted(step.signature(), step.calledAs().get()));
      return;
    }
    if (step.is(Modifier.ABSTRACT)) {
      reporter.error(
          ErrorCode.STEP_NOT_EXTENSIBLE,
          step,
          "step %s is abstract: move @Progress to the method that implements it"
              .formatted(step.signature()));
    }
    checkModifiers(step, reporter);
  }

  private static void checkModifiers(ProgressStepModel step, ErrorReporter reporter) {
    List<String> inTheWay =
        Stream.of(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .filter(step::is)
            .map(Modifier::toString)
            .toList();
    if (inTheWay.isEmpty()) {
      return;
    }
    String quoted =
        inTheWay.stream().map(name -> "'" + name + "'").collect(Collectors.joining(" and "));
    reporter.error(
        ErrorCode.STEP_NOT_EXTENSIBLE,
        step,
        ("step %s is %s, so that no subclass can report it: remove %s%s, or take a @Progress"
                + " ProgressReporter and report in the method")
            .formatted(
                step.signature(),
                String.join(" and ", inTheWay),
                quoted,
                step.is(Modifier.PRIVATE) ? ", package-private is enough" : ""));
  }
}
