package io.jobhandler.internal.pipeline;

import io.jobhandler.internal.document.DocumentDecoder;
import io.jobhandler.internal.document.DocumentFaultException;
import io.jobhandler.internal.flow.DecodedJob;
import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.internal.flow.QueuedJob;
import io.jobhandler.internal.session.Turn;
import io.jobhandler.internal.session.Turnstile;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documents of the jobs that could begin, so that only those that can be read wait for
 * their turn. Confined to the loop.
 */
final class Reception implements Turnstile {

  /** Says which jobs may begin, and takes them. */
  interface Listener {
    /** Jobs are shown anew, in their order; all that wait are known. */
    void fromTheFirst(Set<ExecutionKey> waiting);

    /** Says whether a job may begin now. */
    Turn turnOf(DecodedJob job);

    /** A job begins. */
    void begin(DecodedJob job);

    /** A job cannot begin, because of its document. */
    void refuse(QueuedJob job, DocumentFaultException fault);

    /** A job that is known here is not wanted any more. */
    void gone(ExecutionKey key);
  }

  /** The job whose turn was asked for last: decoded, or what is wrong with it. */
  private record Shown(
      QueuedJob job, @Nullable DecodedJob decoded, @Nullable DocumentFaultException fault) {}

  private final DocumentDecoder decoder;
  private final Listener listener;
  private @Nullable Shown shown;

  Reception(DocumentDecoder decoder, Listener listener) {
    this.decoder = decoder;
    this.listener = listener;
  }

  @Override
  public void fromTheFirst(Set<ExecutionKey> waiting) {
    listener.fromTheFirst(waiting);
  }

  @Override
  public Turn turnOf(QueuedJob job) {
    try {
      DecodedJob decoded = decoder.decode(job);
      shown = new Shown(job, decoded, null);
      return listener.turnOf(decoded);
    } catch (DocumentFaultException e) {
      shown = new Shown(job, null, e);
      return Turn.NOW;
    }
  }

  @Override
  public void begin(QueuedJob job) {
    Shown now = shown;
    if (now == null || !now.job().key().equals(job.key())) {
      throw new IllegalStateException("job " + job.key() + " begins without its turn");
    }
    if (now.fault() != null) {
      listener.refuse(job, now.fault());
    } else if (now.decoded() != null) {
      listener.begin(now.decoded());
    }
  }

  @Override
  public void gone(ExecutionKey key) {
    listener.gone(key);
  }
}
