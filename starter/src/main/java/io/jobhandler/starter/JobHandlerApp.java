package io.jobhandler.starter;

import com.google.inject.Module;
import io.jobhandler.spi.HandlerFactory;
import io.jobhandler.starter.internal.config.ConfigurationReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a device app: reads and checks its configuration, makes its handlers, connects, carries out
 * jobs, and drains when the process is told to end.
 *
 * <pre>{@code
 * public static void main(String[] args) {
 *   System.exit(JobHandlerApp.run(args, new PumpModule()).code());
 * }
 * }</pre>
 *
 * <p>An app that needs no code of its own but handlers and modules uses {@link JobHandlerMain}. See
 * {@code docs/starter.md} for the arguments and settings.
 */
public final class JobHandlerApp {
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private JobHandlerApp() {}

  /**
   * Runs an app whose handlers Guice makes, until the process is told to end.
   *
   * @param args the command line
   * @param modules bind what the handlers need, beside the modules that are named in {@code
   *     META-INF/services/com.google.inject.Module}
   * @return what the process must end with
   */
  public static ExitCode run(String[] args, Module... modules) {
    return runAgent(args, new GuiceAgents(List.of(modules)));
  }

  /**
   * Runs an app that makes its handlers itself, without Guice, until the process is told to end.
   *
   * @param args the command line
   * @param handlers makes the handlers of the index
   * @param customizers set what the configuration has no key for
   * @return what the process must end with
   */
  public static ExitCode runWithoutGuice(
      String[] args, HandlerFactory handlers, AgentCustomizer... customizers) {
    return runAgent(
        args,
        (settings, first) -> {
          List<AgentCustomizer> all = new ArrayList<>(List.of(first));
          all.addAll(List.of(customizers));
          return Agents.build(settings, handlers, all);
        });
  }

  private static ExitCode runAgent(String[] args, Agents.Maker agents) {
    ConfigurationReader configurations =
        new ConfigurationReader(
            System.getenv(),
            Path.of(""),
            Thread.currentThread().getContextClassLoader(),
            Clock.systemUTC());
    return new AppRun(agents, configurations, PATIENCE, System.out, System.err).run(args);
  }
}
