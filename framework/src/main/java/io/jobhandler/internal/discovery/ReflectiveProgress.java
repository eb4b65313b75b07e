package io.jobhandler.internal.discovery;

import io.jobhandler.JobHandler;
import io.jobhandler.OnProgress;
import io.jobhandler.Progress;
import io.jobhandler.ProgressReporter;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;

/** A {@link Progress} parameter of a method, found by reflection. */
final class ReflectiveProgress {
  private ReflectiveProgress() {}

  /** Whether a parameter takes the progress reporter. */
  static boolean isReporter(Parameter parameter, String signature) {
    boolean marked = parameter.isAnnotationPresent(Progress.class);
    if (marked != (parameter.getType() == ProgressReporter.class)) {
      throw new IllegalArgumentException(
          "%s: @Progress belongs on a ProgressReporter, and a ProgressReporter needs it"
              .formatted(signature));
    }
    return marked;
  }

  /** Only a handler that can report can have its step timer restarted by reports. */
  static void requireReporter(Method method, JobHandler annotation, String signature) {
    if (annotation.onProgress() == OnProgress.RESTART_STEP_TIMER
        && !List.of(method.getParameterTypes()).contains(ProgressReporter.class)) {
      throw new IllegalArgumentException(
          ("onProgress of %s is RESTART_STEP_TIMER, but nothing reports:"
                  + " take a @Progress ProgressReporter, or leave onProgress out")
              .formatted(signature));
    }
  }
}
