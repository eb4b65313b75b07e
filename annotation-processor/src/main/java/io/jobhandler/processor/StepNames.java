package io.jobhandler.processor;

import io.jobhandler.processor.types.TypeNames;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * How the source text of a subclass names classes: in its body, short names may mean the classes
 * that it inherits, and type variables.
 *
 * @param names how the text names classes elsewhere
 * @param hidden short names that mean something else in the body
 */
record StepNames(SourceNames names, Set<String> hidden) {

  static StepNames within(JobStepsModel model, SourceNames names, Elements elements) {
    Stream<? extends Element> inherited =
        ElementFilter.typesIn(elements.getAllMembers(model.handlerClass().element())).stream();
    Stream<? extends Element> variables =
        model.signatures().stream()
            .flatMap(signature -> signature.element().getTypeParameters().stream());
    return new StepNames(
        names,
        Stream.concat(inherited, variables)
            .map(element -> element.getSimpleName().toString())
            .collect(Collectors.toUnmodifiableSet()));
  }

  String of(TypeElement type) {
    String name = isKnownEverywhere(type) ? TypeNames.nestedName(type) : names.of(type);
    return hidden.contains(name.split("\\.", 2)[0]) ? type.getQualifiedName().toString() : name;
  }

  /** A class of java.lang, unless the package has one of the same name. */
  private boolean isKnownEverywhere(TypeElement type) {
    String outermost = TypeNames.nestedName(type).split("\\.", 2)[0];
    String here = names.dispatcherPackage().getQualifiedName() + "." + outermost;
    return TypeNames.packageOf(type).getQualifiedName().contentEquals("java.lang")
        && names.elements().getTypeElement(here) == null;
  }

  /** The short name of a class that is imported or needs no import, if that is what it means. */
  String of(Class<?> type) {
    return hidden.contains(type.getSimpleName()) ? type.getCanonicalName() : type.getSimpleName();
  }

  String literal(String text) {
    return names.literal(text);
  }
}
