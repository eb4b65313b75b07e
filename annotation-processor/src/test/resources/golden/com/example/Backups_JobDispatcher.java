package com.example;

import io.jobhandler.JobResult;
import io.jobhandler.OnProgress;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.JobDispatcher;
import io.jobhandler.spi.JobInvocation;
import java.util.List;
import javax.annotation.processing.Generated;

/** Calls the job handlers of {@link Backups}. */
@Generated("io.jobhandler.processor.DispatcherProcessor")
@SuppressWarnings({"auxiliaryclass", "deprecation", "exports", "removal"})
public final class Backups_JobDispatcher implements JobDispatcher<Backups> {
  private static final List<HandlerMethod> HANDLER_METHODS =
      List.of(
          HandlerMethod.of(
              "backup",
              null,
              "PT2M",
              "Backups.backUp(ProgressReporter)")
              .withOnProgress(OnProgress.RESTART_STEP_TIMER),
          HandlerMethod.of(
              "restore",
              null,
              "",
              "Backups.restore()")
              .withOnProgress(OnProgress.KEEP_STEP_TIMER),
          HandlerMethod.of(
              "verify",
              null,
              "",
              "Backups.verify()"));

  /** Called by the agent, which finds this class in the index. */
  public Backups_JobDispatcher() {}

  @Override
  public Class<Backups> handlerClass() {
    return Backups.class;
  }

  @Override
  public List<HandlerMethod> handlerMethods() {
    return HANDLER_METHODS;
  }

  @Override
  public JobResult dispatch(String operation, Backups handler, JobInvocation invocation)
      throws Throwable {
    return switch (operation) {
      case "backup" -> {
        handler.backUp(invocation.progress());
        yield JobResult.succeeded();
      }
      case "restore" -> {
        handler.restore();
        yield JobResult.succeeded();
      }
      case "verify" -> {
        handler.verify();
        yield JobResult.succeeded();
      }
      default ->
          throw new IllegalArgumentException(
              "no handler for operation '"
                  + operation
                  + "' in Backups; known: backup, restore, verify");
    };
  }
}
