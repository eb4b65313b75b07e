package io.jobhandler.internal.payload;

import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.internal.loop.Loop;
import io.jobhandler.payload.PayloadRefusedException;
import io.jobhandler.payload.PayloadSource;
import io.jobhandler.payload.PayloadStore;
import io.jobhandler.payload.PayloadVerification;
import io.jobhandler.payload.StoredPayload;
import io.jobhandler.payload.VerifiedPayload;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Downloads, stores and verifies the payloads of a job, one after the other. Blocks the thread that
 * it is called on, which may be interrupted at any moment. Safe for use by several threads.
 */
public final class PayloadFetch {
  private static final Logger LOG = LoggerFactory.getLogger(PayloadFetch.class);

  private final PayloadSource source;
  private final PayloadStore store;
  private final Loop loop;
  private final FetchSettings settings;

  /**
   * Makes a fetch.
   *
   * @param source where payloads come from
   * @param store where they are kept
   * @param loop its clock and its schedule
   * @param settings how patient it is
   */
  public PayloadFetch(PayloadSource source, PayloadStore store, Loop loop, FetchSettings settings) {
    this.source = source;
    this.store = store;
    this.loop = loop;
    this.settings = settings;
  }

  /**
   * Brings a job's payloads, in order. If one of them cannot be had, none is kept.
   *
   * @param key the execution
   * @param payloads what the checks let pass
   * @param freshUrl asked when a URL has expired
   * @param progress told of every piece that came
   * @return all payloads, verified; closed by the caller when the job is over
   * @throws PayloadRefusedException if one is not what was signed
   * @throws PayloadUnavailableException if one could not be downloaded or stored
   * @throws InterruptedException if the thread was interrupted
   */
  public FetchedPayloads fetch(
      ExecutionKey key, List<PreparedPayload> payloads, FreshUrl freshUrl, ByteProgress progress)
      throws PayloadRefusedException, PayloadUnavailableException, InterruptedException {
    Patience patience = new Patience(loop, settings);
    FetchedPayloads fetched = new FetchedPayloads();
    JobProgress bytes = new JobProgress(progress, payloads);
    boolean complete = false;
    try {
      for (PreparedPayload payload : payloads) {
        StoredPayload place = create(key, payload.verification());
        fetched.keep(place);
        Transfer transfer = new Transfer(payload, source, patience, freshUrl, bytes);
        VerifiedPayload verified = transfer.into(place);
        LOG.info(
            "Job {}: {} was signed by the trust anchor '{}'", key, verified, verified.anchor());
        fetched.add(payload, verified);
        bytes.next(payload);
      }
      complete = true;
      return fetched;
    } finally {
      if (!complete) {
        fetched.close();
      }
    }
  }

  private StoredPayload create(ExecutionKey key, PayloadVerification payload)
      throws PayloadUnavailableException, InterruptedException {
    try {
      return store.create(key.jobId(), key.executionNumber(), payload.name(), payload.size());
    } catch (IOException e) {
      throw PayloadUnavailableException.ofStore(payload.name(), e);
    }
  }
}
