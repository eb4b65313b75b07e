package io.jobhandler.agent;

import io.jobhandler.AfterRestart;
import io.jobhandler.JobContext;
import io.jobhandler.JobHandler;
import io.jobhandler.JobResult;
import io.jobhandler.OnInterrupt;
import io.jobhandler.spi.MqttConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A device's process, which is there to be killed. A ledger tells what its handlers did. */
final class LedgerDevice {
  static final String BLOCKED = "blocked";

  private LedgerDevice() {}

  /** Takes the port of the service, the journal's folder and the ledger. */
  public static void main(String[] args) {
    JobAgent agent =
        JobAgent.builder(AgentOverMqtt.THING)
            .connection(
                MqttConnection.plainText(
                    "localhost", Integer.parseInt(args[0]), AgentOverMqtt.THING))
            .journalDirectory(Path.of(args[1]))
            .settings(
                JobAgentSettings.defaults()
                    .withMaxConcurrentExecutions(4)
                    .withQueueTimings(
                        Duration.ZERO,
                        Duration.ofMillis(100),
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(5)))
            .handlers(new Handlers(Path.of(args[2])))
            .build();
    agent.start().join();
    agent.whenStopped().join();
  }

  /** Where something is. */
  record Position(int block) {}

  /** Handlers that do not come to an end in their first attempt. */
  static final class Handlers {
    private final Path ledger;

    Handlers(Path ledger) {
      this.ledger = ledger;
    }

    private synchronized void write(JobContext context, String what) throws IOException {
      String line =
          "%s %d %s %s\n"
              .formatted(context.operation(), context.attempt(), context.restartCause(), what);
      Files.writeString(
          ledger,
          line,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.DSYNC);
    }

    private void block(JobContext context) throws Exception {
      write(context, BLOCKED);
      new CountDownLatch(1).await();
    }

    @JobHandler(operation = "fail")
    void fail(JobContext context) throws Exception {
      block(context);
    }

    @JobHandler(operation = "rerun", onInterrupt = OnInterrupt.RERUN)
    JobResult rerun(JobContext context) throws Exception {
      int erased =
          context.step(
              "erase",
              Integer.class,
              () -> {
                write(context, "erased");
                return context.attempt() * 100;
              });
      if (context.attempt() == 1) {
        block(context);
      }
      write(context, "ends");
      return JobResult.succeeded(Map.of("erased", Integer.toString(erased)));
    }

    @JobHandler(operation = "resume", onInterrupt = OnInterrupt.RESUME)
    void resume(JobContext context) throws Exception {
      context.checkpoint(new Position(3));
      block(context);
    }

    @AfterRestart(operation = "resume")
    JobResult goOn(Position position, JobContext context) throws Exception {
      write(context, "goes on at " + position.block());
      return JobResult.succeeded();
    }

    @JobHandler(operation = "resume_early", onInterrupt = OnInterrupt.RESUME)
    void resumeEarly(JobContext context) throws Exception {
      if (context.attempt() == 1) {
        block(context);
      }
      write(context, "ends");
    }

    @AfterRestart(operation = "resume_early")
    void goOnEarly(JobContext context) throws Exception {
      write(context, "goes on without a checkpoint");
    }

    @JobHandler(operation = "crash", onInterrupt = OnInterrupt.RERUN, maxAttempts = 3)
    void crash(JobContext context) throws Exception {
      write(context, "crashes");
      Runtime.getRuntime().halt(7);
    }
  }
}
