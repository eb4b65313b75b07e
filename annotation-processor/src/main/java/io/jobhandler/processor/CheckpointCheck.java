package io.jobhandler.processor;

import io.jobhandler.processor.types.TypeNames;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/** A checkpoint has one type, whichever method of an operation it is read for. */
final class CheckpointCheck implements HandlerCheck {

  @Override
  public void check(HandlerClassModel handlerClass, ErrorReporter reporter) {
    for (ContinuationModel cancelled : handlerClass.continuations(ContinuationKind.ON_CANCELLED)) {
      handlerClass
          .continuation(ContinuationKind.AFTER_RESTART, cancelled.operation())
          .ifPresent(restarted -> compare(cancelled, restarted, reporter));
    }
  }

  private static void compare(
      ContinuationModel cancelled, ContinuationModel restarted, ErrorReporter reporter) {
    Optional<TypeElement> type = checkpointType(cancelled);
    Optional<TypeElement> other = checkpointType(restarted);
    if (type.isPresent() && other.isPresent() && !type.equals(other)) {
      reporter.error(
          ErrorCode.DIFFERENT_CHECKPOINTS,
          cancelled,
          "%s takes the checkpoint of '%s' as %s, and %s takes it as %s: take one type in both"
              .formatted(
                  cancelled.signature(),
                  cancelled.operation(),
                  type.get().getQualifiedName(),
                  restarted.signature(),
                  other.get().getQualifiedName()));
    }
  }

  private static Optional<TypeElement> checkpointType(ContinuationModel method) {
    return method
        .checkpoint()
        .map(ParameterModel::type)
        .filter(type -> type.getKind() == TypeKind.DECLARED)
        .map(TypeNames::elementOf);
  }
}
