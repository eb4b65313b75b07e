package io.jobhandler.processor;

import io.jobhandler.processor.types.TypeNames;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/**
 * The source text of types, with the annotations of their use.
 *
 * @param names how the text names classes
 */
record TypeSource(StepNames names) {

  String of(TypeMirror type) {
    return switch (type.getKind()) {
      case ARRAY -> array((ArrayType) type);
      case DECLARED -> declared((DeclaredType) type);
      case INTERSECTION -> joined(((IntersectionType) type).getBounds(), " & ");
      case TYPEVAR -> annotations(type) + ((TypeVariable) type).asElement().getSimpleName();
      case WILDCARD -> wildcard((WildcardType) type);
      default -> annotations(type) + type.getKind().name().toLowerCase(Locale.ROOT);
    };
  }

  String joined(List<? extends TypeMirror> types, String separator) {
    return types.stream().map(this::of).collect(Collectors.joining(separator));
  }

  /** The annotations of an array stand before its brackets, after the type of its elements. */
  private String array(ArrayType type) {
    TypeMirror innermost = type;
    StringBuilder brackets = new StringBuilder();
    while (innermost instanceof ArrayType array) {
      String annotations = annotations(array);
      brackets.append(annotations.isEmpty() ? "" : " ").append(annotations).append("[]");
      innermost = array.getComponentType();
    }
    return of(innermost) + brackets;
  }

  private String declared(DeclaredType type) {
    String name = name(type);
    int last = name.lastIndexOf('.') + 1;
    String arguments = joined(type.getTypeArguments(), ", ");
    return name.substring(0, last)
        + annotations(type)
        + name.substring(last)
        + (arguments.isEmpty() ? "" : "<" + arguments + ">");
  }

  /** An inner class is one of its outer type. */
  private String name(DeclaredType type) {
    TypeElement element = TypeNames.elementOf(type);
    TypeMirror outer = type.getEnclosingType();
    return outer.getKind() == TypeKind.DECLARED
        ? of(outer) + "." + element.getSimpleName()
        : names.of(element);
  }

  private String wildcard(WildcardType type) {
    String text = annotations(type) + "?";
    if (type.getExtendsBound() != null) {
      return text + " extends " + of(type.getExtendsBound());
    }
    return type.getSuperBound() == null ? text : text + " super " + of(type.getSuperBound());
  }

  private String annotations(TypeMirror type) {
    AnnotationSource source = new AnnotationSource(names);
    return type.getAnnotationMirrors().stream()
        .map(mirror -> source.of(mirror) + " ")
        .collect(Collectors.joining());
  }
}
