package io.jobhandler.starter;

import io.jobhandler.agent.JobAgent;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drains the agent when the process is told to end (SIGTERM, SIGINT).
 *
 * <p>A JVM that ends by a signal ends with 128 and the signal's number, whatever its hooks do, and
 * supervisors take that for a failure. So the hook halts the JVM itself once the agent is drained.
 * Other hooks run beside this one and have as long as the drain takes.
 */
final class Shutdown implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

  private final Duration drainTimeout;
  private final Thread hook = new Thread(this::drainAndHalt, "jobhandler-shutdown");
  private @Nullable JobAgent agent;
  private boolean ending;

  private Shutdown(Duration drainTimeout) {
    this.drainTimeout = drainTimeout;
  }

  static Shutdown install(Duration drainTimeout) {
    Shutdown shutdown = new Shutdown(drainTimeout);
    Runtime.getRuntime().addShutdownHook(shutdown.hook);
    return shutdown;
  }

  /** Starts an agent that is drained from now on; empty if the process is ending already. */
  synchronized Optional<CompletableFuture<Void>> start(JobAgent newAgent) {
    if (ending) {
      return Optional.empty();
    }
    agent = newAgent;
    return Optional.of(newAgent.start());
  }

  private synchronized @Nullable JobAgent end() {
    ending = true;
    return agent;
  }

  private void drainAndHalt() {
    JobAgent running = end();
    if (running != null) {
      LOG.info("Told to end; draining for up to {}", drainTimeout);
      running.drain(drainTimeout).join();
      LOG.info("Drained");
    }
    Runtime.getRuntime().halt(ExitCode.OK.code());
  }

  /** From here on the process ends as it likes. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      LOG.debug("The process is ending already", e);
    }
  }
}
