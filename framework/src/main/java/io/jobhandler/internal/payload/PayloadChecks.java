package io.jobhandler.internal.payload;

import io.jobhandler.ReasonCode;
import io.jobhandler.internal.flow.PayloadReference;
import io.jobhandler.payload.CodeSignature;
import io.jobhandler.payload.PayloadRefusedException;
import io.jobhandler.payload.PayloadVerification;
import io.jobhandler.payload.TrustAnchor;
import io.jobhandler.payload.TrustAnchors;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses what can be refused while the job is QUEUED, before a byte is downloaded. Safe for use by
 * several threads.
 */
public final class PayloadChecks {
  private static final Logger LOG = LoggerFactory.getLogger(PayloadChecks.class);
  private static final Pattern NOT_PRINTABLE = Pattern.compile("\\p{C}");

  private final TrustAnchors anchors;
  private final UrlRules urls;
  private final long sizeLimit;

  /**
   * Makes the checks.
   *
   * @param anchors the keys that the device trusts
   * @param urls where payloads may come from
   * @param sizeLimit the most bytes that the payloads of one job may have together
   */
  public PayloadChecks(TrustAnchors anchors, UrlRules urls, long sizeLimit) {
    this.anchors = anchors;
    this.urls = urls;
    this.sizeLimit = sizeLimit;
  }

  /**
   * Looks at all payloads of a job.
   *
   * @param references what its document points to
   * @return the same, in the same order, ready to be downloaded
   * @throws PayloadRefusedException if one of them is refused, with a reason code of its own
   */
  public List<PreparedPayload> prepare(List<PayloadReference> references)
      throws PayloadRefusedException {
    List<PreparedPayload> prepared = new ArrayList<>();
    long total = 0;
    for (PayloadReference reference : references) {
      PreparedPayload payload = prepare(reference);
      prepared.add(payload);
      if (payload.verification().size() > sizeLimit - total) {
        throw new PayloadRefusedException(
            ReasonCode.PAYLOAD_SIZE,
            "the rawPayloadSizes of the payloads are more than %d bytes together"
                .formatted(sizeLimit));
      }
      total += payload.verification().size();
    }
    return prepared;
  }

  private PreparedPayload prepare(PayloadReference reference) throws PayloadRefusedException {
    String name = name(reference);
    if (!urls.allow(reference.url())) {
      throw new PayloadRefusedException(
          ReasonCode.INVALID_DOCUMENT,
          "the URL of '%s' is not https, expected https://host/path".formatted(name));
    }
    CodeSignature signature = reference.signature();
    if (signature == null) {
      throw new PayloadRefusedException(
          ReasonCode.SIGNATURE_MISSING,
          "the document has no signature for '%s', expected an AWS Signer object at %s"
              .formatted(name, reference.parameter().codesign()));
    }
    return new PreparedPayload(
        reference, PayloadVerification.of(name, signature, anchor(reference), sizeLimit));
  }

  private static String name(PayloadReference reference) {
    String parameter = reference.parameter().name();
    return reference.parameter().several() ? parameter + "/" + key(reference) : parameter;
  }

  /** The document chose it, and it ends in logs: on one line. */
  private static String key(PayloadReference reference) {
    return NOT_PRINTABLE.matcher(reference.key()).replaceAll("?");
  }

  private TrustAnchor anchor(PayloadReference reference) throws PayloadRefusedException {
    String named = reference.parameter().anchor();
    String alias = named.isEmpty() ? TrustAnchors.DEFAULT_ALIAS : named;
    TrustAnchor anchor = find(alias);
    if (anchor == null) {
      throw new PayloadRefusedException(
          ReasonCode.TRUST_ANCHOR_MISSING,
          "the device has no trust anchor '%s', which is to verify '%s'; configure one"
              .formatted(alias, name(reference)));
    }
    return anchor;
  }

  /** An app's own anchors may fail, and the job must not hang then. */
  private @Nullable TrustAnchor find(String alias) {
    try {
      return anchors.find(alias);
    } catch (RuntimeException e) {
      LOG.error("The trust anchor '{}' cannot be looked up", alias, e);
      return null;
    }
  }
}
