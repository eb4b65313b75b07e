package io.jobhandler.starter;

import com.google.common.net.HostAndPort;
import io.jobhandler.starter.internal.config.Configuration;
import io.jobhandler.starter.internal.config.SettingKey;
import io.jobhandler.starter.internal.credentials.EndpointProbe;
import io.jobhandler.starter.internal.credentials.EndpointVerdict;
import io.jobhandler.starter.settings.InvalidConfigurationException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Asks the endpoint for its certificate, while other things are made ready. */
final class EndpointCheck {
  private static final Duration TIMEOUT = Duration.ofSeconds(4);

  private final Configuration configuration;
  private final HostAndPort endpoint;
  private final CompletableFuture<EndpointVerdict> verdict;

  /** Begins to ask. */
  EndpointCheck(Configuration configuration) {
    this.configuration = configuration;
    this.endpoint = configuration.endpoint();
    this.verdict = new EndpointProbe(endpoint, configuration.credentials(), TIMEOUT).start();
  }

  /**
   * Waits for the answer, up to 4 seconds.
   *
   * @param warnings told if there is none, which is no fault: devices start offline
   * @throws InvalidConfigurationException if the answer shows that the configuration is wrong
   */
  void finish(Consumer<String> warnings) {
    EndpointVerdict found = verdict.join();
    switch (found.kind()) {
      case TRUSTED -> {}
      case UNREACHABLE ->
          warnings.accept(
              "The endpoint %s could not be checked, and is tried again: %s"
                  .formatted(endpoint, found.detail()));
      case UNKNOWN_AUTHORITY ->
          refuse(
              SettingKey.CA_FILE,
              "the certificate of %s is of no authority in this file (%s)"
                  .formatted(endpoint, found.detail()),
              "for AWS IoT Core the file must hold Amazon Root CA 1, and the endpoint must be an"
                  + " ATS endpoint");
      case OTHER_HOST ->
          refuse(
              SettingKey.ENDPOINT,
              "the certificate of %s is not for it (%s)".formatted(endpoint, found.detail()),
              "name the endpoint as its certificate does; see aws iot describe-endpoint"
                  + " --endpoint-type iot:Data-ATS");
    }
  }

  private void refuse(SettingKey key, String problem, String remedy) {
    throw new InvalidConfigurationException(List.of(configuration.fault(key, problem, remedy)));
  }
}
