package io.jobhandler.processor;

import java.util.List;

/** Looks for one sort of mistake in a handler class and reports every one it finds. */
@FunctionalInterface
interface HandlerCheck {

  void check(HandlerClassModel handlerClass, ErrorReporter reporter);

  /** A check that looks at each method for itself. */
  interface OfMethod extends HandlerCheck {

    void check(HandlerMethodModel method, ErrorReporter reporter);

    @Override
    default void check(HandlerClassModel handlerClass, ErrorReporter reporter) {
      handlerClass.methods().forEach(method -> check(method, reporter));
    }
  }

  /** A check that looks at each method that is no handler itself. */
  interface OfContinuation extends HandlerCheck {

    void check(ContinuationModel method, ErrorReporter reporter);

    @Override
    default void check(HandlerClassModel handlerClass, ErrorReporter reporter) {
      handlerClass.continuations().forEach(method -> check(method, reporter));
    }
  }

  /** A check that looks at each step of a class with handlers for itself. */
  interface OfStep extends HandlerCheck {

    void check(ProgressStepModel step, ErrorReporter reporter);

    @Override
    default void check(HandlerClassModel handlerClass, ErrorReporter reporter) {
      steps(handlerClass).forEach(step -> check(step, reporter));
    }

    /** The steps of a class with handlers; of those of others, nothing but that is said. */
    static List<ProgressStepModel> steps(HandlerClassModel handlerClass) {
      return handlerClass.methods().isEmpty() ? List.of() : JobStepsModel.of(handlerClass).steps();
    }
  }

  /** All checks that need to know no more than the class itself. */
  static List<HandlerCheck> all(DocumentModels documents) {
    return List.of(
        new HandlerClassCheck(),
        new ConstructorCheck(documents.types()),
        new MethodShapeCheck(),
        new OperationCheck(),
        new StepTimeoutCheck(),
        new OnProgressCheck(),
        new RetryCheck(),
        new RetrySenseCheck(),
        new BackoffCheck(),
        new ParameterCheck(),
        new DocumentTypeCheck(documents),
        new PayloadCheck(),
        new PayloadPointerCheck(),
        new PayloadTargetCheck(documents),
        new ReturnTypeCheck(documents.elements(), documents.types()),
        new RecordResultCheck(),
        OperationClashes::reportWithin,
        new ContinuationCheck(),
        new ContinuationParameterCheck(),
        new CheckpointCheck(),
        new ResumeCheck(),
        new RestartCheck(),
        new MappingPlaceCheck(),
        new MappingCheck(),
        new MappingReachCheck(),
        new StepClassCheck(),
        new StepMethodCheck(),
        new StepNameCheck(),
        new StepWeightCheck(),
        new StepTypesCheck(),
        new ProgressAttributeCheck(),
        new ConstraintCheck(documents));
  }
}
