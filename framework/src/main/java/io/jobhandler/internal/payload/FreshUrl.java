package io.jobhandler.internal.payload;

import io.jobhandler.internal.flow.PayloadReference;
import io.jobhandler.payload.PresignedUrl;
import java.util.Optional;

/** Asks the service for the document once more, since each delivery brings new presigned URLs. */
@FunctionalInterface
public interface FreshUrl {

  /**
   * Asks for another URL of a payload. Blocks.
   *
   * @param reference the payload
   * @return the URL; empty where the service gives none any more
   * @throws InterruptedException if the thread was interrupted
   */
  Optional<PresignedUrl> of(PayloadReference reference) throws InterruptedException;
}
