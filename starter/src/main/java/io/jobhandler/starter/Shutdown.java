package io.jobhandler.starter;

import io.jobhandler.agent.JobAgent;
import java.time.Duration;
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

  /** Starts an agent that is drained from now on, unless the process is ending already. */
  synchronized boolean start(JobAgent newAgent) {
    if (ending) {
      return false;
    }
    agent = newAgent;
    newAgent.start();
    return true;
  }

  private synchronized @Nullable JobAgent end() {
    ending = true;
    return agent;
  }

  private void drainAndHalt() {
    JobAgent running = end();
    ExitCode code = running == null ? ExitCode.OK : drain(running);
    Runtime.getRuntime().halt(code.code());
  }

  private ExitCode drain(JobAgent running) {
    LOG.info("Told to end; draining for up to {}", drainTimeout);
    if (AgentLife.drain(running, drainTimeout)) {
      LOG.info("Drained");
      return ExitCode.of(running);
    }
    LOG.error("The agent hangs and is left to itself");
    return ExitCode.STUCK;
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
