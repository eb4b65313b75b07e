package io.jobhandler.processor;

import io.jobhandler.AfterRestart;
import io.jobhandler.JobHandler;
import io.jobhandler.MapException;
import io.jobhandler.OnCancelled;
import io.jobhandler.processor.types.TypeNames;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.Generated;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Checks every class with {@link JobHandler} methods, or with what belongs to them, and writes its
 * {@link io.jobhandler.spi.JobDispatcher}. Looks at one class at a time, so that a build tool may
 * run it for changed classes alone.
 */
public final class DispatcherProcessor extends HandlerProcessor {

  /** Makes the checks once the compiler's view of elements and types is at hand. */
  @FunctionalInterface
  interface Checks {
    List<HandlerCheck> create(Elements elements, Types types);
  }

  private final Checks checks;
  private final Set<String> waiting = new TreeSet<>();

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
            MapException.class,
            MapException.List.class));
    this.checks = checks;
  }

  @Override
  void processRound(RoundEnvironment round, ErrorReporter reporter) {
    waiting.addAll(annotatedClassNames(round));
    List<String> names = List.copyOf(waiting);
    waiting.clear();
    for (String name : names) {
      TypeElement type = environment().getElementUtils().getTypeElement(name);
      if (type != null) {
        guarded(type, reporter, () -> processClass(HandlerClassModel.of(type), reporter));
      }
    }
  }

  private void processClass(HandlerClassModel handlerClass, ErrorReporter reporter) {
    if (!handlerClass.isResolved()) {
      // Another processor may write the type. If none does, the compiler says that it is missing.
      waiting.add(handlerClass.element().getQualifiedName().toString());
      return;
    }
    int errorsBefore = reporter.errorCount();
    Elements elements = environment().getElementUtils();
    for (HandlerCheck check : checks.create(elements, environment().getTypeUtils())) {
      check.check(handlerClass, reporter);
    }
    if (reporter.errorCount() == errorsBefore && !handlerClass.methods().isEmpty()) {
      writeOrReport(handlerClass, reporter);
    }
  }

  private void writeOrReport(HandlerClassModel handlerClass, ErrorReporter reporter) {
    String fault;
    try {
      write(handlerClass);
      return;
    } catch (FilerException e) {
      fault =
          "its name %s is taken: rename the handler class or the other class"
              .formatted(handlerClass.dispatcherName());
    } catch (IOException e) {
      fault = e.toString();
    }
    reporter.error(
        ErrorCode.DISPATCHER_NOT_WRITTEN,
        handlerClass.element(),
        "cannot write the dispatcher of %s: %s".formatted(handlerClass.nestedName(), fault));
  }

  private void write(HandlerClassModel handlerClass) throws IOException {
    TypeElement type = handlerClass.element();
    String source = new DispatcherSource(handlerClass, namesFrom(type), seesGenerated(type)).text();
    Filer filer = environment().getFiler();
    try (Writer writer = filer.createSourceFile(handlerClass.dispatcherName(), type).openWriter()) {
      writer.write(source);
    }
  }

  private SourceNames namesFrom(TypeElement type) {
    return new SourceNames(TypeNames.packageOf(type), environment().getElementUtils());
  }

  /** A named module may not require java.compiler, and then cannot use its annotation. */
  private boolean seesGenerated(TypeElement type) {
    Elements elements = environment().getElementUtils();
    return elements.getTypeElement(elements.getModuleOf(type), Generated.class.getCanonicalName())
        != null;
  }
}
