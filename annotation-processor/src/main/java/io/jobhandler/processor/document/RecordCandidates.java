package io.jobhandler.processor.document;

import io.jobhandler.processor.types.TypeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * The components of a record, which the agent requires unless they are nullable.
 *
 * @param reader knows the compiler's types
 * @param type the record
 */
record RecordCandidates(DocumentReader reader, DeclaredType type) {

  List<Candidate> find() {
    TypeElement record = TypeNames.elementOf(type);
    List<? extends RecordComponentElement> components = record.getRecordComponents();
    List<? extends VariableElement> parameters =
        canonicalConstructor(record).map(ExecutableElement::getParameters).orElseThrow();
    return IntStream.range(0, components.size())
        .mapToObj(i -> candidate(components.get(i), parameters.get(i)))
        .toList();
  }

  private Candidate candidate(RecordComponentElement component, VariableElement parameter) {
    List<Element> places = new ArrayList<>();
    field(TypeNames.elementOf(type), component).ifPresent(places::add);
    places.add(component); // not the first: the compiler knows no line of a component
    places.add(component.getAccessor());
    places.add(parameter);
    TypeMirror componentType = typeOf(component);
    boolean nullable = !componentType.getKind().isPrimitive() && Nullness.isNullable(parameter);
    String name = component.getSimpleName().toString();
    return new Candidate(name, places, componentType, !nullable, nullable, name + "()", false);
  }

  /** The type as it is written, with its annotations, unless the record has type parameters. */
  private TypeMirror typeOf(RecordComponentElement component) {
    return type.getTypeArguments().isEmpty()
        ? component.asType()
        : ((ExecutableType) reader.types().asMemberOf(type, component.getAccessor()))
            .getReturnType();
  }

  private static Optional<VariableElement> field(
      TypeElement record, RecordComponentElement component) {
    return ElementFilter.fieldsIn(record.getEnclosedElements()).stream()
        .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
        .filter(field -> field.getSimpleName().equals(component.getSimpleName()))
        .findFirst();
  }

  private Optional<ExecutableElement> canonicalConstructor(TypeElement record) {
    return ElementFilter.constructorsIn(record.getEnclosedElements()).stream()
        .filter(constructor -> isCanonical(constructor, record.getRecordComponents()))
        .findFirst();
  }

  private boolean isCanonical(
      ExecutableElement constructor, List<? extends RecordComponentElement> components) {
    List<? extends VariableElement> parameters = constructor.getParameters();
    return parameters.size() == components.size()
        && IntStream.range(0, components.size())
            .allMatch(i -> isSame(parameters.get(i).asType(), components.get(i).asType()));
  }

  private boolean isSame(TypeMirror one, TypeMirror other) {
    return reader.types().isSameType(one, other);
  }
}
