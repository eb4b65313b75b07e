package io.jobhandler.processor;

import io.jobhandler.JobHandler;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * What both processors share: which annotation they look for, and that no fault ends the compiler.
 */
abstract class HandlerProcessor extends AbstractProcessor {

  @Override
  public final Set<String> getSupportedAnnotationTypes() {
    return Set.of(JobHandler.class.getCanonicalName());
  }

  @Override
  public final SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public final boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    ErrorReporter reporter = new ErrorReporter(processingEnv.getMessager());
    guarded(null, reporter, () -> processRound(round, reporter));
    // Not claimed: the other processor, and perhaps one of the user's, wants the annotation too.
    return false;
  }

  abstract void processRound(RoundEnvironment round, ErrorReporter reporter);

  final ProcessingEnvironment environment() {
    return processingEnv;
  }

  /**
   * The canonical names of the classes with handlers in a round. Names are kept over rounds rather
   * than elements, which a later round may replace.
   */
  static Set<String> handlerClassNames(RoundEnvironment round) {
    Set<String> names = new TreeSet<>();
    for (Element method :
        ElementFilter.methodsIn(round.getElementsAnnotatedWith(JobHandler.class))) {
      if (method.getEnclosingElement() instanceof TypeElement handlerClass) {
        names.add(handlerClass.getQualifiedName().toString());
      }
    }
    return names;
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
