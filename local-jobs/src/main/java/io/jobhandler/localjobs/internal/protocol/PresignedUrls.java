package io.jobhandler.localjobs.internal.protocol;

import io.jobhandler.localjobs.internal.artifact.S3Location;
import java.time.Duration;

/** Makes the URLs that go into job documents. */
@FunctionalInterface
public interface PresignedUrls {
  /** A URL to download the object from, unlike every other; whether there is one, the GET tells. */
  String toGet(S3Location location, Duration expiresIn);
}
