package io.jobhandler.processor.document;

import io.jobhandler.processor.types.TypeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
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
    Optional<ExecutableElement> constructor = canonicalConstructor(record);
    return IntStream.range(0, components.size())
        .mapToObj(i -> candidate(components.get(i), constructor.map(c -> c.getParameters().get(i))))
        .toList();
  }

  private Candidate candidate(
      RecordComponentElement component, Optional<? extends VariableElement> parameter) {
    List<Element> places = new ArrayList<>(List.of(component));
    field(TypeNames.elementOf(type), component).ifPresent(places::add);
    places.add(component.getAccessor());
    parameter.ifPresent(places::add);
    TypeMirror componentType = typeOf(component);
    boolean primitive = componentType.getKind().isPrimitive();
    boolean nullable =
        !primitive
            && Stream.<AnnotatedConstruct>concat(
                    places.stream(), places.stream().map(RecordCandidates::declaredType))
                .anyMatch(RecordCandidates::isNullable);
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

  private static TypeMirror declaredType(Element place) {
    return place instanceof ExecutableElement accessor ? accessor.getReturnType() : place.asType();
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
            .allMatch(
                i ->
                    reader
                        .types()
                        .isSameType(parameters.get(i).asType(), components.get(i).asType()));
  }

  /** Of any library. */
  static boolean isNullable(AnnotatedConstruct annotated) {
    return annotated.getAnnotationMirrors().stream()
        .anyMatch(
            mirror ->
                mirror.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable"));
  }
}
