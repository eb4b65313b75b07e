package io.jobhandler.internal.discovery;

import io.jobhandler.JobHandler;
import io.jobhandler.OnProgress;
import io.jobhandler.Progress;
import io.jobhandler.ProgressReporter;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is annotated with {@link Progress}, found by reflection. */
final class ReflectiveProgress {
  private static final Logger LOG = LoggerFactory.getLogger(ReflectiveProgress.class);

  private ReflectiveProgress() {}

  /** Whether a parameter takes the progress reporter. */
  static boolean isReporter(Parameter parameter, String signature) {
    boolean marked = parameter.isAnnotationPresent(Progress.class);
    if (marked != (parameter.getType() == ProgressReporter.class)) {
      throw new IllegalArgumentException(
          "%s: @Progress belongs on a ProgressReporter, and a ProgressReporter needs it"
              .formatted(signature));
    }
    Progress annotation = parameter.getAnnotation(Progress.class);
    if (annotation != null && !(annotation.step().isEmpty() && annotation.weight() == 0)) {
      throw new IllegalArgumentException(
          ("%s: step and weight mean nothing on a parameter: write @Progress alone, and the rest on"
                  + " the method that is the step")
              .formatted(signature));
    }
    return marked;
  }

  /** Steps are reported by the code that the annotation processor writes, and by no other. */
  static void warnOfSteps(Class<?> handlerClass) {
    List<String> steps =
        Methods.declaredBy(handlerClass).stream()
            .filter(method -> method.isAnnotationPresent(Progress.class))
            .map(Methods::signature)
            .toList();
    if (!steps.isEmpty()) {
      LOG.warn(
          "The steps {} are not reported, since {} is called by reflection; {}",
          steps,
          handlerClass.getName(),
          HandlerDiscovery.ADVICE);
    }
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
