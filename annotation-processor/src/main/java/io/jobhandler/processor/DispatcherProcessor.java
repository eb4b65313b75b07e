package io.jobhandler.processor;

import io.jobhandler.AfterRestart;
import io.jobhandler.JobHandler;
import io.jobhandler.MapException;
import io.jobhandler.OnCancelled;
import io.jobhandler.Progress;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Checks every class with {@link JobHandler} methods, or with what belongs to them, and writes its
 * {@link io.jobhandler.spi.JobDispatcher}, and a marker for each of its operations. Looks at one
 * class at a time, so that a build tool may run it for changed classes alone.
 */
public final class DispatcherProcessor extends HandlerProcessor {

  /** Makes the checks for a round, once the compiler's view of elements and types is at hand. */
  @FunctionalInterface
  interface Checks {
    List<HandlerCheck> create(DocumentModels documents);
  }

  private final Checks checks;
  private final Set<String> waiting = new TreeSet<>();

  /** Two classes may claim the same operation, which is reported where both are known. */
  private final Set<String> documented = new TreeSet<>();

  /** Called by the compiler. */
  public DispatcherProcessor() {
    this(HandlerCheck::all);
  }

  DispatcherProcessor(Checks checks) {
    super(
        List.of(
            JobHandler.class,
            AfterRestart.class,
            OnCancelled.class,
            Progress.class,
            MapException.class,
            MapException.List.class));
    this.checks = checks;
  }

  @Override
  void processRound(RoundEnvironment round, ErrorReporter reporter) {
    waiting.addAll(annotatedClassNames(round));
    List<String> names = List.copyOf(waiting);
    waiting.clear();
    Elements elements = environment().getElementUtils();
    DocumentModels documents = new DocumentModels(elements, environment().getTypeUtils());
    HandlerDocumentation documentation =
        new HandlerDocumentation(environment(), documents, documented);
    for (String name : names) {
      TypeElement type = elements.getTypeElement(name);
      if (type != null) {
        guarded(
            type,
            reporter,
            () -> processClass(HandlerClassModel.of(type), documents, documentation, reporter));
      }
    }
  }

  private void processClass(
      HandlerClassModel handlerClass,
      DocumentModels documents,
      HandlerDocumentation documentation,
      ErrorReporter reporter) {
    if (!handlerClass.isResolved()) {
      // Another processor may write the type. If none does, the compiler says that it is missing.
      waiting.add(handlerClass.element().getQualifiedName().toString());
      return;
    }
    int errorsBefore = reporter.errorCount();
    for (HandlerCheck check : checks.create(documents)) {
      check.check(handlerClass, reporter);
    }
    if (reporter.errorCount() == errorsBefore && !handlerClass.methods().isEmpty()) {
      new GeneratedClasses(environment(), documents, handlerClass, reporter).write();
      documentation.write(handlerClass, reporter);
    }
  }
}
