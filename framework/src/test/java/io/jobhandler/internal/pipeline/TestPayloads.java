package io.jobhandler.internal.pipeline;

import io.jobhandler.internal.loop.Loop;
import io.jobhandler.internal.payload.FetchSettings;
import io.jobhandler.internal.payload.PayloadChecks;
import io.jobhandler.internal.payload.PayloadFetch;
import io.jobhandler.internal.payload.UrlRules;
import io.jobhandler.payload.PayloadSource;
import io.jobhandler.payload.PayloadStore;
import io.jobhandler.payload.TrustAnchors;
import java.io.IOException;
import java.time.Duration;

/** The payload stage of engines under test. */
final class TestPayloads {
  static final Duration TIMEOUT = Duration.ofHours(1);

  private TestPayloads() {}

  /** For handlers that take no payloads. */
  static PayloadStage none(Loop loop) {
    return stage(
        loop,
        TrustAnchors.none(),
        (url, offset, validator) -> {
          throw new IOException("no payload was expected");
        },
        (jobId, executionNumber, payload, size) -> {
          throw new IOException("no payload was expected");
        });
  }

  static PayloadStage stage(
      Loop loop, TrustAnchors anchors, PayloadSource source, PayloadStore store) {
    return new PayloadStage(
        new PayloadChecks(anchors, UrlRules.strict(), 1000),
        new PayloadFetch(source, store, loop, new FetchSettings(TIMEOUT, 3, 1)),
        TIMEOUT);
  }
}
