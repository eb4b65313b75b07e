package io.jobhandler.localjobs.internal.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes presigned URLs and checks them, with a secret of its own that lives as long as it does. No
 * two URLs are alike: each has temporary credentials of its own, as if a role were assumed for it.
 * Thread-safe.
 */
public final class Presigner {
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssX", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String EXPIRES = "X-Amz-Expires";

  private final SecureRandom random = new SecureRandom();
  private final SigV4 sigV4 = new SigV4(randomHex(32));
  private final InstantSource clock;

  public Presigner(InstantSource clock) {
    this.clock = clock;
  }

  /** A URL for one method on one object, good until its time is over. */
  public String presign(String method, URI endpoint, S3Location location, Duration expiresIn) {
    Query query = parameters(location, expiresIn);
    String path = location.key().path();
    SignedRequest request = new SignedRequest(method, endpoint.getAuthority(), path, query);
    String signature = Objects.requireNonNull(sigV4.sign(request));
    return endpoint
        + PercentEncoding.encodePath(path)
        + "?"
        + query.with(SigV4.SIGNATURE, signature).encoded();
  }

  private Query parameters(S3Location location, Duration expiresIn) {
    String date = DATE_TIME.format(clock.instant());
    String day = date.substring(0, 8);
    String accessKey = "ASIA" + randomHex(8).toUpperCase(Locale.ROOT);
    Query query = new Query(List.of());
    if (location.versionId() != null) {
      query = query.with("versionId", location.versionId());
    }
    return query
        .with("X-Amz-Algorithm", SigV4.ALGORITHM)
        .with(
            SigV4.CREDENTIAL,
            String.join("/", accessKey, day, location.region(), "s3", "aws4_request"))
        .with(SigV4.DATE, date)
        .with(EXPIRES, String.valueOf(expiresIn.toSeconds()))
        .with("X-Amz-SignedHeaders", "host")
        .with("X-Amz-Security-Token", randomHex(32));
  }

  private String randomHex(int bytes) {
    byte[] value = new byte[bytes];
    random.nextBytes(value);
    return HexFormat.of().formatHex(value);
  }

  /** Throws an error unless the request was signed here, unchanged, and is not too late. */
  public void check(SignedRequest request) {
    String given = request.query().value(SigV4.SIGNATURE);
    if (given == null) {
      throw new S3Exception(
          S3Error.ACCESS_DENIED, "Access Denied: the URL must be presigned, but has no signature");
    }
    if (!same(sigV4.sign(request), given)) {
      throw new S3Exception(S3Error.SIGNATURE_DOES_NOT_MATCH);
    }
    if (!clock.instant().isBefore(expiry(request.query()))) {
      throw new S3Exception(S3Error.REQUEST_EXPIRED);
    }
  }

  /** Takes as long for a wrong signature as for the right one. */
  private static boolean same(@Nullable String expected, String given) {
    return expected != null
        && MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
  }

  /** Only for what this object has signed, which is well formed. */
  private static Instant expiry(Query signed) {
    Instant date = Instant.from(DATE_TIME.parse(Objects.requireNonNull(signed.value(SigV4.DATE))));
    return date.plusSeconds(Long.parseLong(Objects.requireNonNull(signed.value(EXPIRES))));
  }
}
