package io.jobhandler.processor;

import io.jobhandler.AfterRestart;
import io.jobhandler.JobHandler;
import io.jobhandler.MapException;
import io.jobhandler.OnCancelled;
import io.jobhandler.Progress;
import io.jobhandler.processor.types.TypeNames;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
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
      writeDispatcher(handlerClass, reporter);
      writeSteps(JobStepsModel.of(handlerClass), reporter);
    }
  }

  private void writeDispatcher(HandlerClassModel handlerClass, ErrorReporter reporter) {
    TypeElement type = handlerClass.element();
    String source = new DispatcherSource(handlerClass, namesFrom(type), seesGenerated(type)).text();
    String name = handlerClass.dispatcherName();
    faultOfWriting(name, type, source)
        .ifPresent(
            fault ->
                reporter.error(
                    ErrorCode.DISPATCHER_NOT_WRITTEN,
                    type,
                    "cannot write the dispatcher of %s: %s"
                        .formatted(handlerClass.nestedName(), fault)));
  }

  private void writeSteps(JobStepsModel steps, ErrorReporter reporter) {
    if (!steps.isNeeded()) {
      return;
    }
    TypeElement type = steps.handlerClass().element();
    StepNames names = StepNames.within(steps, namesFrom(type), environment().getElementUtils());
    String source = new JobStepsSource(steps, names, seesGenerated(type)).text();
    faultOfWriting(steps.name(), type, source)
        .ifPresent(
            fault ->
                reporter.error(
                    ErrorCode.STEPS_NOT_WRITTEN,
                    type,
                    "cannot write the class that reports the steps of %s: %s"
                        .formatted(steps.handlerClass().nestedName(), fault)));
  }

  /** Writes a class that belongs to a handler class; returns what kept it from that. */
  private Optional<String> faultOfWriting(String name, TypeElement handlerClass, String source) {
    Filer filer = environment().getFiler();
    try (Writer writer = filer.createSourceFile(name, handlerClass).openWriter()) {
      writer.write(source);
      return Optional.empty();
    } catch (FilerException e) {
      return Optional.of(
          "its name %s is taken: rename the handler class or the other class".formatted(name));
    } catch (IOException e) {
      return Optional.of(e.toString());
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
