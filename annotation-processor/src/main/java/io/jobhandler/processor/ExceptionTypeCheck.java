package io.jobhandler.processor;

import io.jobhandler.JobEndedException;
import io.jobhandler.RetryLaterException;
import io.jobhandler.processor.types.TypeNames;
import java.util.function.BiConsumer;
import javax.lang.model.element.TypeElement;

/**
 * What is asked of every exception that an annotation names.
 *
 * @param place the annotation, as the start of a sentence
 * @param handlerClass the class that it is in
 * @param report takes what is wrong, where the exception is written
 */
record ExceptionTypeCheck(
    String place, TypeElement handlerClass, BiConsumer<ErrorCode, String> report) {

  void check(ExceptionType type) {
    DocumentTypes.obstacleTo(type.element().asType(), TypeNames.packageOf(handlerClass))
        .ifPresent(
            obstacle ->
                report(
                    ErrorCode.INACCESSIBLE_TYPE,
                    type,
                    "is out of the dispatcher's reach because " + obstacle));
    if (decides(type)) {
      report(
          ErrorCode.EXCEPTION_OF_FRAMEWORK,
          type,
          "itself says what becomes of the job, whatever is written here: remove it");
    }
  }

  /** Whether an exception itself says what becomes of the job. */
  static boolean decides(ExceptionType type) {
    return type.is(JobEndedException.class) || type.is(RetryLaterException.class);
  }

  private void report(ErrorCode code, ExceptionType type, String fault) {
    report.accept(code, "%s names %s, which %s".formatted(place, type.displayName(), fault));
  }
}
