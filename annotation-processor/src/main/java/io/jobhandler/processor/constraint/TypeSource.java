package io.jobhandler.processor.constraint;

import io.jobhandler.processor.types.TypeNames;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/**
 * Types as source text, without the annotations of their use.
 *
 * @param words names classes
 */
record TypeSource(Words words) {

  /** A type that takes objects with any type arguments of these types. */
  String ofParameter(DeclaredType type) {
    return of(type, this::bounded);
  }

  private String of(DeclaredType type, Function<TypeMirror, String> argument) {
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    String name = words.typeName().apply(TypeNames.elementOf(type));
    return arguments.isEmpty()
        ? name
        : arguments.stream().map(argument).collect(Collectors.joining(", ", name + "<", ">"));
  }

  private String bounded(TypeMirror argument) {
    if (argument instanceof WildcardType wildcard) {
      return wildcard.getExtendsBound() == null ? "?" : bounded(wildcard.getExtendsBound());
    }
    return argument instanceof TypeVariable ? "?" : "? extends " + of(argument);
  }

  private String of(TypeMirror type) {
    if (type instanceof DeclaredType declared) {
      return of(declared, this::argument);
    }
    return type instanceof ArrayType array
        ? of(array.getComponentType()) + "[]"
        : type.getKind().name().toLowerCase(Locale.ROOT);
  }

  private String argument(TypeMirror argument) {
    return argument instanceof WildcardType || argument instanceof TypeVariable
        ? bounded(argument)
        : of(argument);
  }
}
