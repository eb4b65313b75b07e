package io.jobhandler.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Steps are those of handlers, and a subclass in the same package can report them. */
final class StepClassCheck implements HandlerCheck {

  @Override
  public void check(HandlerClassModel handlerClass, ErrorReporter reporter) {
    JobStepsModel model = JobStepsModel.of(handlerClass);
    if (!model.isNeeded()) {
      return;
    }
    if (handlerClass.methods().isEmpty()) {
      model.steps().forEach(step -> reportNoHandler(step, handlerClass, reporter));
      return;
    }
    faultOf(model)
        .ifPresent(
            fault ->
                reporter.error(
                    ErrorCode.CLASS_NOT_EXTENSIBLE,
                    handlerClass.element(),
                    "no subclass can report the @Progress steps of %s, since %s"
                        .formatted(handlerClass.nestedName(), fault)));
  }

  private static void reportNoHandler(
      ProgressStepModel step, HandlerClassModel handlerClass, ErrorReporter reporter) {
    reporter.error(
        ErrorCode.STEP_WITHOUT_HANDLER,
        step,
        ("%s is a step of no job, since %s declares no @JobHandler: move it to the class of the"
                + " handler, or take a @Progress ProgressReporter")
            .formatted(step.signature(), handlerClass.nestedName()));
  }

  private static Optional<String> faultOf(JobStepsModel model) {
    TypeElement type = model.handlerClass().element();
    if (type.getKind() != ElementKind.CLASS) {
      String kind = type.getKind() == ElementKind.INTERFACE ? "an interface" : aKind(type);
      return Optional.of(
          "it is %s: declare the handlers and their steps in a class".formatted(kind));
    }
    for (Modifier modifier : List.of(Modifier.FINAL, Modifier.SEALED, Modifier.ABSTRACT)) {
      if (type.getModifiers().contains(modifier)) {
        return Optional.of("it is %1$s: remove '%1$s'".formatted(modifier));
      }
    }
    return model.constructors().isEmpty()
        ? Optional.of(
            "it has private constructors only: remove 'private' from one, package-private is"
                + " enough")
        : Optional.empty();
  }

  private static String aKind(TypeElement type) {
    return type.getKind() == ElementKind.ENUM ? "an enum" : "a record";
  }
}
