package io.jobhandler.internal.pipeline;

import io.jobhandler.internal.loop.Loop;
import io.jobhandler.internal.payload.FetchSettings;
import io.jobhandler.internal.payload.PayloadChecks;
import io.jobhandler.internal.payload.PayloadFetch;
import io.jobhandler.internal.payload.UrlRules;
import io.jobhandler.payload.TrustAnchors;
import java.io.IOException;
import java.time.Duration;

/** The payload stage of engines whose handlers take no payloads. */
final class TestPayloads {
  private TestPayloads() {}

  static PayloadStage none(Loop loop) {
    return new PayloadStage(
        new PayloadChecks(TrustAnchors.none(), UrlRules.strict(), 1),
        new PayloadFetch(
            (url, offset, validator) -> {
              throw new IOException("no payload was expected");
            },
            (jobId, executionNumber, payload, size) -> {
              throw new IOException("no payload was expected");
            },
            loop,
            FetchSettings.defaults()),
        Duration.ofHours(1));
  }
}
