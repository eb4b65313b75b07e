package io.jobhandler.processor;

import io.jobhandler.JobResult;
import io.jobhandler.processor.types.TypeNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * What a method returns.
 *
 * @param type the type that says how the job ends: the return type, or what its stage ends with
 * @param isStaged whether the method returns a stage
 * @param kind what the type makes it
 */
record ReturnModel(TypeMirror type, boolean isStaged, Kind kind) {

  /** What a result is made of. */
  enum Kind {
    NOTHING,
    RESULT,
    /** A map of details. */
    DETAILS,
    /** A record, whose components are the details, as long as the checks find them fit. */
    RECORD,
    UNSUPPORTED
  }

  static ReturnModel of(TypeMirror returned) {
    return stagedIn(returned)
        .map(ReturnModel::ofStaged)
        .orElseGet(() -> new ReturnModel(returned, false, kindOf(returned)));
  }

  /** What a stage of the type would mean. */
  static ReturnModel ofStaged(TypeMirror end) {
    Kind kind = TypeNames.isExactly(end, Void.class) ? Kind.NOTHING : kindOf(end);
    return new ReturnModel(end, true, kind);
  }

  private static Optional<TypeMirror> stagedIn(TypeMirror type) {
    return TypeNames.isExactly(type, CompletionStage.class)
            || TypeNames.isExactly(type, CompletableFuture.class)
        ? argumentsOf(type).stream().<TypeMirror>map(end -> end).findFirst()
        : Optional.empty();
  }

  private static Kind kindOf(TypeMirror type) {
    if (type.getKind() == TypeKind.VOID) {
      return Kind.NOTHING;
    }
    if (type.getKind() != TypeKind.DECLARED) {
      return Kind.UNSUPPORTED;
    }
    if (isResult(type)) {
      return Kind.RESULT;
    }
    if (TypeNames.elementOf(type).getKind() == ElementKind.RECORD) {
      return Kind.RECORD;
    }
    return isMapOfText(type) ? Kind.DETAILS : Kind.UNSUPPORTED;
  }

  /** Also a certain one, such as {@link JobResult.Failed}; all of them are there to be seen. */
  private static boolean isResult(TypeMirror type) {
    return TypeNames.isExactly(type, JobResult.class)
        || TypeNames.elementOf(type).getInterfaces().stream()
            .anyMatch(parent -> TypeNames.isExactly(parent, JobResult.class));
  }

  private static boolean isMapOfText(TypeMirror type) {
    List<? extends TypeMirror> arguments = argumentsOf(type);
    return TypeNames.isExactly(type, Map.class)
        && arguments.size() == 2
        && arguments.stream().allMatch(text -> TypeNames.isExactly(text, String.class));
  }

  private static List<? extends TypeMirror> argumentsOf(TypeMirror type) {
    return ((DeclaredType) type).getTypeArguments();
  }

  /** Whether the dispatcher makes the details of the result. */
  boolean isDetailed() {
    return kind == Kind.DETAILS || kind == Kind.RECORD;
  }

  /** The components that become details, none where it is no record. */
  List<? extends RecordComponentElement> components() {
    return kind == Kind.RECORD ? TypeNames.elementOf(type).getRecordComponents() : List.of();
  }

  /** Whether all types are known. */
  boolean isResolved() {
    return type.getKind() != TypeKind.ERROR
        && components().stream().noneMatch(c -> c.asType().getKind() == TypeKind.ERROR);
  }
}
