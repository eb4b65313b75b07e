package io.jobhandler.starter;

import com.google.common.net.HostAndPort;
import io.jobhandler.starter.internal.config.Configuration;
import io.jobhandler.starter.internal.config.SettingKey;
import io.jobhandler.starter.internal.credentials.EndpointProbe;
import io.jobhandler.starter.internal.credentials.EndpointVerdict;
import io.jobhandler.starter.settings.ConfigurationFault;
import io.jobhandler.starter.settings.InvalidConfigurationException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Asks the endpoint for its certificate, while other things are made ready. */
final class EndpointCheck {
  /** As long as connecting or an answer may take on a slow device and a slow network. */
  static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Configuration configuration;
  private final HostAndPort endpoint;
  private final Duration patience;
  private final CompletableFuture<EndpointVerdict> verdict;

  /** Begins to ask. */
  EndpointCheck(Configuration configuration, Duration patience) {
    this.configuration = configuration;
    this.endpoint = configuration.endpoint();
    this.patience = patience;
    this.verdict = new EndpointProbe(endpoint, configuration.credentials(), TIMEOUT).start();
  }

  /**
   * Waits for the answer.
   *
   * @param warnings told if there is none, which is no fault: devices start offline
   * @throws InvalidConfigurationException if the answer shows that the configuration is wrong
   */
  void finish(Consumer<String> warnings) {
    EndpointVerdict found =
        verdict
            .copy()
            .completeOnTimeout(
                EndpointVerdict.unreachable("no answer within " + patience),
                patience.toMillis(),
                TimeUnit.MILLISECONDS)
            .join();
    refusal(found)
        .ifPresent(
            refusal -> {
              throw refusal;
            });
    if (found.kind() == EndpointVerdict.Kind.UNREACHABLE) {
      warnings.accept(
          "The endpoint %s could not be checked, and is tried again: %s"
              .formatted(endpoint, found.detail()));
    }
  }

  /** Completes with what {@link #finish} throws, if the answer comes only after that. */
  CompletableFuture<InvalidConfigurationException> lateRefusal() {
    CompletableFuture<InvalidConfigurationException> late = new CompletableFuture<>();
    verdict.thenAccept(found -> refusal(found).ifPresent(late::complete));
    return late;
  }

  private Optional<InvalidConfigurationException> refusal(EndpointVerdict found) {
    return fault(found).map(fault -> new InvalidConfigurationException(List.of(fault)));
  }

  private Optional<ConfigurationFault> fault(EndpointVerdict found) {
    return switch (found.kind()) {
      case TRUSTED, UNREACHABLE -> Optional.empty();
      case UNKNOWN_AUTHORITY ->
          Optional.of(
              configuration.fault(
                  SettingKey.CA_FILE,
                  "the certificate of %s is of no authority in this file (%s)"
                      .formatted(endpoint, found.detail()),
                  "for AWS IoT Core the file must hold Amazon Root CA 1, and the endpoint must be"
                      + " an ATS endpoint"));
      case OTHER_HOST ->
          Optional.of(
              configuration.fault(
                  SettingKey.ENDPOINT,
                  "the certificate of %s is not for it (%s)".formatted(endpoint, found.detail()),
                  "name the endpoint as its certificate does; see aws iot describe-endpoint"
                      + " --endpoint-type iot:Data-ATS"));
    };
  }
}
