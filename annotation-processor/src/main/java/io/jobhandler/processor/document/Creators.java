package io.jobhandler.processor.document;

import io.jobhandler.processor.types.TypeNames;
import io.jobhandler.processor.types.WrittenAnnotation;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * What makes objects of a class: a constructor or a static method with {@code @JsonCreator}, or a
 * constructor without parameters.
 *
 * @param reader takes the faults
 * @param type the class
 */
record Creators(DocumentReader reader, DeclaredType type) {

  /** The parameters of the creator, null where there is none. */
  @Nullable List<Candidate> find(Pointer at) {
    TypeElement element = TypeNames.elementOf(type);
    Optional<ExecutableElement> creator = annotated(element);
    if (creator.isPresent()) {
      return parameters(creator.get(), at);
    }
    if (element.getKind() != ElementKind.RECORD && !hasEmptyConstructor(element)) {
      reader.fault(
          at,
          element,
          ("%s has no constructor that Jackson can call: make it a record, or give it a constructor"
                  + " without parameters or one with @JsonCreator")
              .formatted(TypeNames.nestedName(element)));
    }
    return null;
  }

  private static Optional<ExecutableElement> annotated(TypeElement element) {
    return element.getEnclosedElements().stream()
        .filter(e -> isCreator(e))
        .map(ExecutableElement.class::cast)
        .findFirst();
  }

  private static boolean isCreator(Element element) {
    boolean creates =
        element.getKind() == ElementKind.CONSTRUCTOR
            || (element.getKind() == ElementKind.METHOD
                && element.getModifiers().contains(Modifier.STATIC));
    return creates && Jackson.isPresent(element, Jackson.CREATOR);
  }

  private static boolean hasEmptyConstructor(TypeElement element) {
    return ElementFilter.constructorsIn(element.getEnclosedElements()).stream()
        .anyMatch(constructor -> constructor.getParameters().isEmpty());
  }

  private List<Candidate> parameters(ExecutableElement creator, Pointer at) {
    List<? extends TypeMirror> types =
        creator.getKind() == ElementKind.CONSTRUCTOR
            ? ((ExecutableType) reader.types().asMemberOf(type, creator)).getParameterTypes()
            : ((ExecutableType) creator.asType()).getParameterTypes();
    return IntStream.range(0, types.size())
        .mapToObj(i -> parameter(creator.getParameters().get(i), types.get(i), at))
        .toList();
  }

  private Candidate parameter(VariableElement parameter, TypeMirror parameterType, Pointer at) {
    String javaName = parameter.getSimpleName().toString();
    Optional<WrittenAnnotation> property = WrittenAnnotation.on(parameter, Jackson.PROPERTY);
    String name = property.map(p -> p.text("value")).orElse("");
    if (name.isEmpty()) {
      reader.fault(
          at,
          parameter,
          "parameter '%s' of the @JsonCreator has no name in JSON: annotate it with @JsonProperty(\"%s\")"
              .formatted(javaName, javaName));
    }
    boolean primitive = parameterType.getKind().isPrimitive();
    boolean required =
        primitive || property.map(p -> p.simple("required", Boolean.class, false)).orElse(false);
    return new Candidate(
        name.isEmpty() ? javaName : name,
        List.of(parameter),
        parameterType,
        required,
        !primitive,
        new Accessors(reader, type).of(name.isEmpty() ? javaName : name),
        false);
  }
}
