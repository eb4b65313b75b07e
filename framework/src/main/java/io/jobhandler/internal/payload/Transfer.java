package io.jobhandler.internal.payload;

import io.jobhandler.ReasonCode;
import io.jobhandler.payload.PayloadRefusedException;
import io.jobhandler.payload.PayloadSource;
import io.jobhandler.payload.PayloadSource.Download;
import io.jobhandler.payload.PayloadSourceException;
import io.jobhandler.payload.PayloadSourceException.Kind;
import io.jobhandler.payload.PayloadVerification;
import io.jobhandler.payload.PresignedUrl;
import io.jobhandler.payload.StoredPayload;
import io.jobhandler.payload.VerifiedPayload;
import io.jobhandler.payload.VerifyingSink;
import java.io.IOException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one payload, with as many attempts as it takes while they bring new bytes. An attempt goes
 * on where the last one broke off if the source can tell that the payload is still the same.
 */
final class Transfer {
  private static final Logger LOG = LoggerFactory.getLogger(Transfer.class);
  private static final int BUFFER = 64 * 1024;

  private final PreparedPayload payload;
  private final PayloadVerification verification;
  private final PayloadSource source;
  private final Patience patience;
  private final FreshUrl freshUrl;
  private final JobProgress progress;
  private final byte[] buffer = new byte[BUFFER];

  private PresignedUrl url;
  private @Nullable String validator;
  private long mostReceived;
  private int failures;
  private int freshUrls;

  Transfer(
      PreparedPayload payload,
      PayloadSource source,
      Patience patience,
      FreshUrl freshUrl,
      JobProgress progress) {
    this.payload = payload;
    this.verification = payload.verification();
    this.url = payload.reference().url();
    this.source = source;
    this.patience = patience;
    this.freshUrl = freshUrl;
    this.progress = progress;
  }

  VerifiedPayload into(StoredPayload place)
      throws PayloadRefusedException, PayloadUnavailableException, InterruptedException {
    try (VerifyingSink sink = verification.into(place)) {
      while (!attempt(sink)) {
        checkDeadline(sink);
      }
      return sink.finish();
    } catch (IOException e) { // the store's: the source's are attempts that failed
      throw PayloadUnavailableException.ofStore(verification.name(), e);
    }
  }

  /** True where all bytes are there; false where another attempt may bring them. */
  private boolean attempt(VerifyingSink sink)
      throws IOException,
          PayloadRefusedException,
          PayloadUnavailableException,
          InterruptedException {
    try {
      takeAll(sink);
      return true;
    } catch (BrokenOffException e) {
      prepareNext(e, sink.received());
      return false;
    }
  }

  private void takeAll(VerifyingSink sink)
      throws IOException,
          BrokenOffException,
          PayloadRefusedException,
          PayloadUnavailableException,
          InterruptedException {
    try (Download download = open(validator == null ? 0 : sink.received())) {
      begin(download, sink);
      for (int count = read(download, sink); count >= 0; count = read(download, sink)) {
        sink.write(buffer, 0, count);
        onBytes(sink.received());
        checkDeadline(sink);
      }
    }
    if (sink.received() < verification.size()) {
      throw new BrokenOffException(Kind.TEMPORARY, "it ended too early");
    }
  }

  private Download open(long offset) throws BrokenOffException, InterruptedException {
    try {
      return source.open(url, offset, offset == 0 ? null : validator);
    } catch (IOException e) {
      throw new BrokenOffException(e, url);
    }
  }

  private void begin(Download download, VerifyingSink sink)
      throws IOException, BrokenOffException, PayloadRefusedException {
    OptionalLong total = download.totalSize();
    if (total.isPresent() && total.getAsLong() != verification.size()) {
      throw new PayloadRefusedException(
          ReasonCode.PAYLOAD_SIZE,
          "'%s' has %d bytes, expected the %d of its rawPayloadSize"
              .formatted(verification.name(), total.getAsLong(), verification.size()));
    }
    if (download.start() != 0 && download.start() != sink.received()) {
      throw new BrokenOffException(Kind.TEMPORARY, "it goes on at another byte than was asked for");
    }
    if (download.start() == 0 && sink.received() > 0) {
      LOG.info("The download of '{}' begins anew", verification.name());
      sink.restart();
      progress.at(0);
    }
    validator = download.validator();
  }

  private int read(Download download, VerifyingSink sink)
      throws BrokenOffException, InterruptedException {
    try {
      return download.read(buffer);
    } catch (IOException e) {
      if (sink.received() == verification.size()) {
        return -1; // only its end was not seen, and the signature will tell
      }
      throw new BrokenOffException(e, url);
    }
  }

  private void onBytes(long received) {
    if (received > mostReceived) {
      mostReceived = received;
      failures = 0;
      freshUrls = 0;
    }
    progress.at(received);
  }

  private void checkDeadline(VerifyingSink sink) throws PayloadUnavailableException {
    if (patience.isOver()) {
      throw unavailable("it took longer than " + patience.settings().timeout(), sink.received());
    }
  }

  private void prepareNext(BrokenOffException broken, long received)
      throws PayloadUnavailableException, InterruptedException {
    failures++;
    if (broken.kind == Kind.PERMANENT || failures >= patience.settings().attempts()) {
      throw unavailable(broken.getMessage(), received);
    }
    LOG.warn(
        "The download of '{}' from {} broke off after {} of {} bytes: {}",
        verification.name(),
        url,
        received,
        verification.size(),
        broken.getMessage());
    boolean expired = broken.kind == Kind.URL_EXPIRED;
    if (!expired || failures > 1) {
      patience.pause(failures);
    }
    if (expired) {
      renewUrl(broken, received);
    }
  }

  private void renewUrl(BrokenOffException broken, long received)
      throws PayloadUnavailableException, InterruptedException {
    freshUrls++;
    if (freshUrls > patience.settings().freshUrls()) {
      throw unavailable(broken.getMessage() + ", also with a fresh URL", received);
    }
    url =
        freshUrl
            .of(payload.reference())
            .orElseThrow(
                () -> unavailable(broken.getMessage() + ", and there is no fresh URL", received));
  }

  private PayloadUnavailableException unavailable(@Nullable String why, long received) {
    return new PayloadUnavailableException(
        "'%s' could not be downloaded from %s: %s; %d of %d bytes came"
            .formatted(verification.name(), url, why, received, verification.size()),
        null);
  }

  /** The source's side of the transfer failed; what the store's side throws is something else. */
  private static final class BrokenOffException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    BrokenOffException(Kind kind, String message) {
      super(message);
      this.kind = kind;
    }

    /** Keeps no cause, which could repeat the URL. */
    BrokenOffException(IOException failure, PresignedUrl url) {
      this(
          failure instanceof PayloadSourceException known ? known.kind() : Kind.TEMPORARY,
          FaultText.of(failure, url));
    }
  }
}
