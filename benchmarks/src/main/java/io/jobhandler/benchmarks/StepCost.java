package io.jobhandler.benchmarks;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.matcher.Matchers;
import io.jobhandler.Progress;
import io.jobhandler.ProgressReporter;
import io.jobhandler.spi.JobInvocation;
import io.jobhandler.spi.ProgressStep;
import io.jobhandler.spi.StepRun;
import io.jobhandler.testing.TestJobContext;
import org.aopalliance.intercept.MethodInterceptor;

/**
 * What it costs a handler that a method which it calls is a step, and nothing is sent: beside a
 * call that is none, and beside the same step that Guice intercepts.
 */
final class StepCost {
  private StepCost() {}

  static void run() {
    CallCost.measure("plain-call", reporter -> job(generated(), SteppedHandler.PLAIN, reporter));
    CallCost.measure("step", reporter -> job(generated(), SteppedHandler.STEP, reporter));
    CallCost.measure("guice-aop", reporter -> job(guice(), SteppedHandler.STEP, reporter));
  }

  private static CallCost.Round job(
      SteppedHandler handler, String operation, ProgressReporter reporter) {
    SteppedHandler_JobDispatcher dispatcher = new SteppedHandler_JobDispatcher();
    JobInvocation invocation = new JobInvocation(null, TestJobContext.of(operation), reporter);
    return () -> dispatcher.dispatch(operation, handler, invocation);
  }

  private static SteppedHandler generated() {
    return new SteppedHandler_JobSteps();
  }

  private static SteppedHandler guice() {
    ProgressStep step = new ProgressStep("step", 50);
    MethodInterceptor interceptor =
        invocation -> {
          StepRun run = step.begin();
          try {
            Object result = invocation.proceed();
            run.done();
            return result;
          } finally {
            run.end();
          }
        };
    return Guice.createInjector(
            new AbstractModule() {
              @Override
              protected void configure() {
                bind(SteppedHandler.class);
                bindInterceptor(
                    Matchers.any(), Matchers.annotatedWith(Progress.class), interceptor);
              }
            })
        .getInstance(SteppedHandler.class);
  }
}
