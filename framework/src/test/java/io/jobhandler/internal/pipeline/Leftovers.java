package io.jobhandler.internal.pipeline;

import io.jobhandler.JobResult;
import io.jobhandler.OnInterrupt;
import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.journal.JournalEntry;
import io.jobhandler.journal.JournalState;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.HandlerPolicy;
import java.util.ArrayList;
import java.util.List;

/** Engines that start with an execution that the process before has left. */
final class Leftovers {
  static final String TOKEN = "agent-0";
  static final JournalEntry CUT_OFF = TestJobs.cutOff("job-1", TOKEN);
  static final JournalEntry REMOVED =
      JournalEntry.first("job-1", 1, TestJobs.QUEUED_AT, "removed", TOKEN, 2)
          .in(2, new JournalState.Running(false));
  static final JournalState PREPARING = new JournalState.Preparing();

  /** The document of another operation. */
  static final String OTHER = "{\"operation\":\"y\"}";

  /** What was called, with the attempt and its cause. */
  final List<String> started = new ArrayList<>();

  static HandlerMethod method(OnInterrupt rule) {
    return Handlers.method("x", null)
        .withPolicy(HandlerPolicy.unset().withOnInterrupt(rule))
        .withAfterRestart(String.class, "X.resume(String)")
        .withOnCancelled(String.class, "X.undo(String)");
  }

  /** An engine that is connected and has asked for the execution. */
  EngineFixture startedWith(OnInterrupt rule, JournalEntry... left) {
    EngineFixture fixture =
        EngineFixture.with().methods(method(rule), Handlers.method("y", null)).notConnected();
    fixture.handler =
        invocation -> {
          started.add(
              "handler "
                  + invocation.context().attempt()
                  + " "
                  + invocation.context().restartCause());
          return JobResult.succeeded();
        };
    fixture.afterRestart =
        invocation -> {
          started.add(
              "resume "
                  + invocation.context().attempt()
                  + " "
                  + invocation.context().restartCause()
                  + " "
                  + invocation.checkpoint(String.class));
          return JobResult.succeeded();
        };
    fixture.onCancelled =
        invocation -> {
          started.add("undo " + invocation.checkpoint(String.class));
          return null;
        };
    fixture.recover(left);
    fixture.service.connect();
    return fixture;
  }

  /** The service has the execution as this device has left it. */
  EngineFixture found(OnInterrupt rule, JournalEntry left) {
    EngineFixture fixture = startedWith(rule, left);
    fixture.service.describe("job-1", JobStatus.IN_PROGRESS, 3, TOKEN);
    return fixture;
  }

  /** Has the service let the job begin, and its handler run to its end, which is accepted. */
  static void goOn(EngineFixture fixture) {
    fixture.service.accept();
    fixture.runHandlerApart();
    fixture.service.accept();
  }
}
