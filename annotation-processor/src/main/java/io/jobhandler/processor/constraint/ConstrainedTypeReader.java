package io.jobhandler.processor.constraint;

import io.jobhandler.processor.document.DocumentProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Reads the constraints of a type that is written in several places: a field, a getter, a setter.
 * What is written in one of them holds.
 *
 * @param read reads the annotations of all places of a value
 */
record ConstrainedTypeReader(
    Function<Stream<? extends AnnotatedConstruct>, List<ConstraintUse>> read) {

  ConstrainedType read(DocumentProperty property) {
    List<TypeMirror> types = new ArrayList<>(List.of(property.type()));
    property.places().forEach(place -> types.add(typeOf(place)));
    List<ConstraintUse> declared = read.apply(property.places().stream());
    List<ConstraintUse> all = read.apply(Stream.concat(property.places().stream(), types.stream()));
    return new ConstrainedType(property.type(), all, held(types, declared));
  }

  static TypeMirror typeOf(Element place) {
    if (!(place instanceof ExecutableElement method)) {
      return place.asType();
    }
    return method.getParameters().size() == 1
        ? method.getParameters().get(0).asType()
        : method.getReturnType();
  }

  private List<ConstrainedType> held(List<TypeMirror> types, List<ConstraintUse> declared) {
    TypeMirror first = types.get(0);
    if (first instanceof ArrayType array) {
      List<TypeMirror> components =
          alike(types, first).map(type -> ((ArrayType) type).getComponentType()).toList();
      return List.of(component(array.getComponentType(), components, declared));
    }
    int count = first instanceof DeclaredType type ? type.getTypeArguments().size() : 0;
    return IntStream.range(0, count).mapToObj(i -> argument(types, i)).toList();
  }

  /** What is written before a type is of the declaration and, for Java, of its elements as well. */
  private ConstrainedType component(
      TypeMirror type, List<TypeMirror> components, List<ConstraintUse> declared) {
    List<ConstraintUse> own =
        read.apply(components.stream()).stream()
            .filter(use -> declared.stream().noneMatch(use::saysTheSameAs))
            .toList();
    return new ConstrainedType(type, own, held(components, declared));
  }

  private ConstrainedType argument(List<TypeMirror> types, int index) {
    List<TypeMirror> arguments =
        alike(types, types.get(0))
            .map(type -> ((DeclaredType) type).getTypeArguments())
            .filter(all -> all.size() > index)
            .<TypeMirror>map(all -> all.get(index))
            .toList();
    return new ConstrainedType(
        arguments.get(0), read.apply(arguments.stream()), held(arguments, List.of()));
  }

  private static Stream<TypeMirror> alike(List<TypeMirror> types, TypeMirror first) {
    TypeKind kind = first.getKind();
    return types.stream().filter(type -> type.getKind() == kind);
  }
}
