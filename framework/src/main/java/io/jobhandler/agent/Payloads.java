package io.jobhandler.agent;

import io.jobhandler.internal.document.HandlerRegistry;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.internal.payload.FetchSettings;
import io.jobhandler.internal.payload.HttpPayloadSource;
import io.jobhandler.internal.payload.PayloadChecks;
import io.jobhandler.internal.payload.PayloadFetch;
import io.jobhandler.internal.payload.UrlRules;
import io.jobhandler.internal.pipeline.PayloadStage;
import io.jobhandler.payload.PayloadSource;
import io.jobhandler.payload.PayloadStore;
import io.jobhandler.payload.TrustAnchors;
import io.jobhandler.spi.PayloadParameter;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an agent needs to bring payloads.
 *
 * @param anchors the keys that the device trusts
 * @param store where payloads are kept
 * @param source where they come from; empty for HTTP
 * @param settings how they are downloaded
 */
record Payloads(
    TrustAnchors anchors,
    PayloadStore store,
    Optional<PayloadSource> source,
    PayloadSettings settings) {
  private static final Logger LOG = LoggerFactory.getLogger(Payloads.class);

  /** Whether some handler takes a payload. */
  static boolean areTakenBy(HandlerRegistry handlers) {
    return handlers.bindings().values().stream()
        .anyMatch(handler -> !handler.method().payloads().isEmpty());
  }

  /** Says at the start what would otherwise show when the first job comes. */
  void warnOfMissingAnchors(HandlerRegistry handlers) {
    handlers.bindings().values().stream()
        .flatMap(handler -> handler.method().payloads().stream())
        .map(PayloadParameter::anchor)
        .map(alias -> alias.isEmpty() ? TrustAnchors.DEFAULT_ALIAS : alias)
        .distinct()
        .filter(alias -> anchors.find(alias) == null)
        .forEach(
            alias ->
                LOG.warn(
                    "There is no trust anchor '{}': jobs whose payloads need it are rejected",
                    alias));
  }

  PayloadStage stage(Loop loop) {
    UrlRules urls = new UrlRules(settings.allowPlainHttp());
    FetchSettings patience = FetchSettings.defaults();
    return new PayloadStage(
        new PayloadChecks(anchors, urls, settings.maxBytes()),
        new PayloadFetch(
            source.orElseGet(() -> new HttpPayloadSource(loop, settings.idleTimeout(), urls, null)),
            store,
            loop,
            // The step timer interrupts first, and gives the reason.
            new FetchSettings(
                settings.timeout().plus(settings.idleTimeout()),
                patience.attempts(),
                patience.freshUrls())),
        settings.timeout());
  }
}
