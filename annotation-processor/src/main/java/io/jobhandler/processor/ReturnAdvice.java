package io.jobhandler.processor;

import io.jobhandler.processor.types.TypeNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What to return in place of a type that no result can be made of, each time as the end of a
 * sentence.
 */
final class ReturnAdvice {
  private static final String ALL =
      "return void, JobResult, a record or a Map<String, String> of details, or a CompletionStage"
          + " of one of these";
  private static final String STAGE =
      "say what the stage ends with, for instance CompletionStage<JobResult>";
  private static final String TRUTH =
      "did you mean void? To return is to succeed; a failure is JobResult.failed, or a"
          + " JobFailedException";
  private static final String VALUE =
      "did you mean a record with this as a component, whose name is the key of the detail? Or a"
          + " Map<String, String>";

  private final Elements elements;
  private final Types types;

  ReturnAdvice(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  String on(ReturnModel returned) {
    TypeMirror type = returned.type();
    return switch (type.getKind()) {
      case DECLARED -> onDeclared((DeclaredType) type, returned.isStaged());
      case ARRAY -> instead(((ArrayType) type).getComponentType(), "A job ends once", ALL);
      case WILDCARD -> STAGE;
      case BOOLEAN -> TRUTH;
      default -> type.getKind().isPrimitive() ? VALUE : ALL;
    };
  }

  private String onDeclared(DeclaredType type, boolean isStaged) {
    if (TypeNames.isExactly(type, Boolean.class)) {
      return TRUTH;
    }
    if (isA(type, CharSequence.class) || isA(type, Number.class)) {
      return VALUE;
    }
    if (isA(type, Map.class)) {
      return "did you mean Map<String, String>? Keys and values of details are text";
    }
    if (isA(type, CompletionStage.class) || isA(type, Future.class)) {
      return isStaged ? "make one stage of the two, with thenCompose" : onStage(type);
    }
    return onOther(type);
  }

  private static String onStage(DeclaredType type) {
    return onlyArgument(type)
        .filter(end -> ReturnModel.ofStaged(end).kind() != ReturnModel.Kind.UNSUPPORTED)
        .map(end -> "did you mean CompletionStage<%s>?".formatted(TypeNames.displayName(end)))
        .orElse(STAGE);
  }

  private String onOther(DeclaredType type) {
    if (TypeNames.isExactly(type, Void.class)) {
      return "did you mean void?";
    }
    String fallback = isClassOfTheAuthor(type) ? "make it a record, or " + ALL : ALL;
    return onlyArgument(type)
        .map(content -> instead(content, "A job ends once, and always", ALL))
        .orElse(fallback);
  }

  private static boolean isClassOfTheAuthor(DeclaredType type) {
    TypeElement element = TypeNames.elementOf(type);
    return element.getKind() == ElementKind.CLASS
        && !element.getQualifiedName().toString().startsWith("java.");
  }

  private static String instead(TypeMirror type, String why, String otherwise) {
    return ReturnModel.of(type).kind() != ReturnModel.Kind.UNSUPPORTED
        ? "did you mean %s? %s".formatted(TypeNames.displayName(type), why)
        : otherwise;
  }

  private static Optional<? extends TypeMirror> onlyArgument(DeclaredType type) {
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    return arguments.size() == 1 ? arguments.stream().findFirst() : Optional.empty();
  }

  private boolean isA(TypeMirror type, Class<?> expected) {
    TypeElement element = elements.getTypeElement(expected.getCanonicalName());
    return types.isSubtype(types.erasure(type), types.erasure(element.asType()));
  }
}
