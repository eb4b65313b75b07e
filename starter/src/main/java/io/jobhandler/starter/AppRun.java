package io.jobhandler.starter;

import io.jobhandler.agent.JobAgent;
import io.jobhandler.starter.CommandLine.UsageException;
import io.jobhandler.starter.internal.config.Configuration;
import io.jobhandler.starter.internal.config.ConfigurationReader;
import io.jobhandler.starter.settings.InvalidConfigurationException;
import io.jobhandler.starter.settings.StarterSettings;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a device app, from its command line to its exit code. */
final class AppRun {
  private static final Logger LOG = LoggerFactory.getLogger(AppRun.class);

  private final Agents.Maker agents;
  private final ConfigurationReader configurations;
  private final Duration patience;
  private final PrintStream out;
  private final PrintStream err;

  /**
   * Makes a run.
   *
   * @param agents makes the agent
   * @param configurations reads the configuration
   * @param patience how long the start may wait for the endpoint's certificate
   * @param out for what was asked for
   * @param err for what is wrong
   */
  AppRun(
      Agents.Maker agents,
      ConfigurationReader configurations,
      Duration patience,
      PrintStream out,
      PrintStream err) {
    this.agents = agents;
    this.configurations = configurations;
    this.patience = patience;
    this.out = out;
    this.err = err;
  }

  ExitCode run(String... args) {
    try {
      CommandLine line = CommandLine.parse(args);
      return switch (line.action()) {
        case HELP -> print(HelpText.usage());
        case VERSION -> print(HelpText.version());
        case CHECK -> check(line.configurationFile());
        case RUN -> runAgent(line.configurationFile());
      };
    } catch (UsageException e) {
      err.println(e.getMessage());
      err.println(HelpText.usage());
      return ExitCode.USAGE;
    } catch (InvalidConfigurationException e) {
      err.println(e.getMessage());
      return ExitCode.CONFIGURATION;
    } catch (AgentSetupException e) {
      LOG.error("The agent cannot be made", e); // with what people need who wrote the handlers
      err.println(e.getMessage());
      return ExitCode.CONFIGURATION;
    }
  }

  private ExitCode print(String text) {
    out.println(text);
    return ExitCode.OK;
  }

  private ExitCode check(@Nullable String file) {
    Configuration configuration = configurations.read(file);
    configuration.warnings().forEach(err::println);
    new EndpointCheck(configuration, EndpointCheck.TIMEOUT).finish(err::println);
    return print("The configuration can be used.");
  }

  private ExitCode runAgent(@Nullable String file) {
    Configuration configuration = configurations.read(file);
    configuration.warnings().forEach(LOG::warn);
    EndpointCheck endpoint = new EndpointCheck(configuration, patience);
    StarterSettings settings = configuration.settings();
    AgentLife life = new AgentLife();
    try (Shutdown shutdown = Shutdown.install(settings.drainTimeout())) {
      JobAgent agent = agents.make(settings, life); // while the endpoint is asked
      closeUnless(agent, () -> endpoint.finish(LOG::warn));
      if (!shutdown.start(agent)) {
        return ExitCode.OK;
      }
      CompletableFuture<InvalidConfigurationException> refusal = endpoint.lateRefusal();
      refusal.thenRun(() -> agent.drain(Duration.ZERO));
      ExitCode code = life.await(agent, settings.drainTimeout());
      if (refusal.isDone()) {
        throw refusal.join();
      }
      return code;
    }
  }

  private static void closeUnless(JobAgent agent, Runnable check) {
    try {
      check.run();
    } catch (InvalidConfigurationException e) {
      agent.close();
      throw e;
    }
  }
}
