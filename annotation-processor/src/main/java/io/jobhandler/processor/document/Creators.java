package io.jobhandler.processor.document;

import io.jobhandler.processor.types.TypeNames;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * What makes objects of a class: a constructor or a static method with {@code @JsonCreator}, a
 * constructor whose parameters all have names in JSON, one without parameters, or one that takes a
 * plain value.
 *
 * @param reader takes the faults
 * @param type the class
 */
record Creators(DocumentReader reader, DeclaredType type) {

  /** The parameter that takes the document as it is; none where its members are looked at. */
  Optional<TypeMirror> delegate() {
    List<Creator> annotated = Creator.annotated(element());
    if (annotated.stream().anyMatch(creator -> !creator.isDelegating())) {
      return Optional.empty();
    }
    Stream<Creator> plain =
        isRecord() || constructors().anyMatch(c -> isEmpty(c) || c.hasNames())
            ? Stream.of()
            : constructors().filter(Creator::takesPlainValue);
    return Stream.concat(annotated.stream(), plain)
        .findFirst()
        .map(creator -> typesOf(creator.method()).get(0));
  }

  /** The parameters of the creator, null where there is none. */
  @Nullable List<Candidate> find(Pointer at) {
    List<Creator> annotated =
        Creator.annotated(element()).stream().filter(creator -> !creator.isDelegating()).toList();
    if (annotated.size() > 1
        && annotated.get(0).method().getKind() == annotated.get(1).method().getKind()) {
      reader.fault(
          FaultKind.SEVERAL_CREATORS,
          at,
          annotated.get(1).method(),
          "%s has a second @JsonCreator with members as parameters: keep one"
              .formatted(TypeNames.nestedName(element())));
    }
    if (!annotated.isEmpty()) {
      return parameters(annotated.get(0).method(), at);
    }
    return isRecord() || constructors().anyMatch(Creators::isEmpty) ? null : named(at);
  }

  private @Nullable List<Candidate> named(Pointer at) {
    Optional<Creator> named = constructors().filter(Creator::hasNames).findFirst();
    if (named.isEmpty()) {
      reader.fault(
          FaultKind.NO_CONSTRUCTOR,
          at,
          element(),
          ("%s has no constructor that Jackson can call: make it a record, or give it a constructor"
                  + " without parameters or one with @JsonCreator")
              .formatted(TypeNames.nestedName(element())));
    }
    return named.map(creator -> parameters(creator.method(), at)).orElse(null);
  }

  private TypeElement element() {
    return TypeNames.elementOf(type);
  }

  private boolean isRecord() {
    return element().getKind() == ElementKind.RECORD;
  }

  private Stream<Creator> constructors() {
    return ElementFilter.constructorsIn(element().getEnclosedElements()).stream()
        .map(constructor -> new Creator(constructor, ""));
  }

  private static boolean isEmpty(Creator constructor) {
    return constructor.method().getParameters().isEmpty();
  }

  private List<? extends TypeMirror> typesOf(ExecutableElement creator) {
    return creator.getKind() == ElementKind.CONSTRUCTOR
        ? ((ExecutableType) reader.types().asMemberOf(type, creator)).getParameterTypes()
        : ((ExecutableType) creator.asType()).getParameterTypes();
  }

  private List<Candidate> parameters(ExecutableElement creator, Pointer at) {
    List<? extends TypeMirror> types = typesOf(creator);
    return IntStream.range(0, types.size())
        .mapToObj(i -> parameter(creator.getParameters().get(i), types.get(i), at))
        .toList();
  }

  private Candidate parameter(VariableElement parameter, TypeMirror parameterType, Pointer at) {
    String javaName = parameter.getSimpleName().toString();
    Optional<String> name = Jackson.nameOf(List.of(parameter));
    boolean canonical =
        isRecord()
            && element().getRecordComponents().stream()
                .anyMatch(component -> component.getSimpleName().contentEquals(javaName));
    if (name.isEmpty() && !canonical) {
      reader.fault(
          FaultKind.UNNAMED_PARAMETER,
          at,
          parameter,
          "parameter '%s' of the @JsonCreator has no name in JSON: annotate it with @JsonProperty(\"%s\")"
              .formatted(javaName, javaName));
    }
    boolean primitive = parameterType.getKind().isPrimitive();
    boolean nullable = !isRecord() || Nullness.isNullable(parameter);
    return new Candidate(
        name.orElse(javaName),
        List.of(parameter),
        parameterType,
        primitive || !nullable || Jackson.isRequired(parameter),
        nullable && !primitive,
        new Accessors(reader, type).of(name.orElse(javaName)),
        false);
  }
}
