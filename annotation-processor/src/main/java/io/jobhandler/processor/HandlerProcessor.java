package io.jobhandler.processor;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * What both processors share: they look for classes with annotations, and no fault of theirs ends
 * the compiler.
 */
abstract class HandlerProcessor extends AbstractProcessor {

  private final List<Class<? extends Annotation>> annotations;
  private final Set<String> sources = new TreeSet<>();

  HandlerProcessor(List<Class<? extends Annotation>> annotations) {
    this.annotations = annotations;
  }

  @Override
  public final Set<String> getSupportedAnnotationTypes() {
    return annotations.stream().map(Class::getCanonicalName).collect(Collectors.toSet());
  }

  @Override
  public final Set<String> getSupportedOptions() {
    return ProcessorOptions.NAMES;
  }

  @Override
  public final SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public final boolean process(Set<? extends TypeElement> present, RoundEnvironment round) {
    round.getRootElements().forEach(root -> sources.add(root.toString()));
    ErrorReporter reporter = new ErrorReporter(processingEnv.getMessager(), sources);
    guarded(null, reporter, () -> processRound(round, reporter));
    // Not claimed: the other processor, and perhaps one of the user's, wants the annotation too.
    return false;
  }

  abstract void processRound(RoundEnvironment round, ErrorReporter reporter);

  final ProcessingEnvironment environment() {
    return processingEnv;
  }

  /**
   * The canonical names of the classes with annotations in a round. Names are kept over rounds
   * rather than elements, which a later round may replace.
   */
  final Set<String> annotatedClassNames(RoundEnvironment round) {
    Set<String> names = new TreeSet<>();
    for (Element annotated : round.getElementsAnnotatedWithAny(Set.copyOf(annotations))) {
      classOf(annotated).ifPresent(type -> names.add(type.getQualifiedName().toString()));
    }
    return names;
  }

  /** The class that is annotated, or the one around what is. */
  private static Optional<TypeElement> classOf(Element annotated) {
    return Stream.<Element>iterate(annotated, Objects::nonNull, Element::getEnclosingElement)
        .filter(TypeElement.class::isInstance)
        .map(TypeElement.class::cast)
        .findFirst();
  }

  /** Turns a fault of ours into an error on the element that it came up with, if there is one. */
  static void guarded(@Nullable Element element, ErrorReporter reporter, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      reporter.internalError(element, e);
    }
  }
}
