package io.jobhandler.processor;

import io.jobhandler.processor.types.TypeNames;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.Generated;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Writes the classes that belong to a handler class, which has passed the checks.
 *
 * @param environment the compiler's
 * @param documents what documents look like
 * @param handlerClass the handler class
 * @param reporter told what cannot be written
 */
record GeneratedClasses(
    ProcessingEnvironment environment,
    DocumentModels documents,
    HandlerClassModel handlerClass,
    ErrorReporter reporter) {

  void write() {
    DocumentConstraints constraints = DocumentConstraints.of(handlerClass, documents);
    writeDispatcher(constraints.areNeeded());
    if (constraints.areNeeded()) {
      writeConstraints(constraints);
    }
    JobStepsModel steps = JobStepsModel.of(handlerClass);
    if (steps.isNeeded()) {
      writeSteps(steps);
    }
    if (OperationMarker.areSeenIn(
        environment.getElementUtils().getModuleOf(handlerClass.element()))) {
      OperationMarker.of(handlerClass).forEach(this::writeMarker);
    }
  }

  private void writeDispatcher(boolean validates) {
    write(
        handlerClass.dispatcherSimpleName(),
        new DispatcherSource(handlerClass, names(), seesGenerated(), validates).text(),
        ErrorCode.DISPATCHER_NOT_WRITTEN,
        "the dispatcher");
  }

  private void writeConstraints(DocumentConstraints constraints) {
    write(
        handlerClass.constraintsSimpleName(),
        constraints.source(handlerClass, names(), seesGenerated()).text(environment.getTypeUtils()),
        ErrorCode.DISPATCHER_NOT_WRITTEN,
        "the class that checks the documents");
  }

  private void writeSteps(JobStepsModel steps) {
    StepNames names = StepNames.within(steps, names(), environment.getElementUtils());
    write(
        steps.simpleName(),
        new JobStepsSource(steps, names, seesGenerated()).text(),
        ErrorCode.STEPS_NOT_WRITTEN,
        "the class that reports the steps");
  }

  private void write(String simpleName, String source, ErrorCode notWritten, String what) {
    String name = handlerClass.inPackage(simpleName);
    String fault;
    try (Writer writer =
        environment.getFiler().createSourceFile(name, handlerClass.element()).openWriter()) {
      writer.write(source);
      return;
    } catch (FilerException e) {
      fault = "its name %s is taken: rename the handler class or the other class".formatted(name);
    } catch (IOException e) {
      fault = e.toString();
    }
    report(notWritten, what, fault);
  }

  private void writeMarker(OperationMarker marker) {
    try (OutputStream output =
        environment
            .getFiler()
            .createClassFile(marker.className(), handlerClass.element())
            .openOutputStream()) {
      output.write(new MarkerClassFile(marker).bytes());
    } catch (IOException e) {
      report(
          ErrorCode.DISPATCHER_NOT_WRITTEN,
          "the class that tells other jars of operation '%s'".formatted(marker.operation()),
          e.toString());
    }
  }

  private void report(ErrorCode notWritten, String what, String fault) {
    reporter.error(
        notWritten,
        handlerClass.element(),
        "cannot write %s of %s: %s".formatted(what, handlerClass.nestedName(), fault));
  }

  private SourceNames names() {
    return new SourceNames(
        TypeNames.packageOf(handlerClass.element()), environment.getElementUtils());
  }

  /** A named module may not require java.compiler, and then cannot use its annotation. */
  private boolean seesGenerated() {
    TypeElement type = handlerClass.element();
    Elements elements = environment.getElementUtils();
    return elements.getTypeElement(elements.getModuleOf(type), Generated.class.getCanonicalName())
        != null;
  }
}
