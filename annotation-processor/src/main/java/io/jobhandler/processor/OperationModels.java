package io.jobhandler.processor;

import io.jobhandler.OnInterrupt;
import io.jobhandler.OnProgress;
import io.jobhandler.processor.document.DocumentModel;
import io.jobhandler.processor.javadoc.Javadoc;
import io.jobhandler.processor.operation.Operation;
import io.jobhandler.processor.operation.OperationRules;
import io.jobhandler.processor.operation.PayloadPointers;
import java.time.Duration;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is of interest outside of the device from handler classes that have passed the checks.
 *
 * @param elements knows what their authors have written
 * @param documents what documents look like
 */
record OperationModels(Elements elements, DocumentModels documents) {

  /** The operation of a method. */
  Operation of(HandlerClassModel handlerClass, HandlerMethodModel method) {
    return new Operation(
        method.operation(),
        method.signature(),
        Javadoc.of(method.element(), elements).text(),
        document(method),
        method.payloads().stream().map(OperationModels::pointers).toList(),
        rules(handlerClass, method));
  }

  private @Nullable DocumentModel document(HandlerMethodModel method) {
    return documents.of(method).orElse(null);
  }

  private static PayloadPointers pointers(PayloadModel payload) {
    return new PayloadPointers(
        payload.parameter().name(),
        payload.text(PayloadModel.URL),
        payload.text(PayloadModel.CODESIGN),
        payload.text(PayloadModel.ANCHOR),
        payload.isSeveral());
  }

  private static OperationRules rules(HandlerClassModel handlerClass, HandlerMethodModel method) {
    HandlerAnnotation annotation = method.annotation();
    OnInterrupt onInterrupt = annotation.onInterrupt();
    return new OperationRules(
        annotation.stepTimeout().isEmpty() ? null : Duration.parse(annotation.stepTimeout()),
        annotation.onProgress() == OnProgress.RESTART_STEP_TIMER,
        (onInterrupt == OnInterrupt.UNSET ? OnInterrupt.FAIL : onInterrupt).name(),
        annotation.maxAttempts(),
        !annotation.retryOn().isEmpty(),
        handlerClass.continuation(ContinuationKind.AFTER_RESTART, method.operation()).isPresent(),
        annotation.exclusive());
  }
}
