package io.jobhandler.internal.payload;

import java.util.List;

/** Adds up what came of a job's payloads. */
final class JobProgress {
  private final ByteProgress listener;
  private final long total;
  private long earlier;

  JobProgress(ByteProgress listener, List<PreparedPayload> payloads) {
    this.listener = listener;
    this.total = payloads.stream().mapToLong(payload -> payload.verification().size()).sum();
  }

  /** So many bytes of the payload under way are there. */
  void at(long received) {
    listener.onBytes(earlier + received, total);
  }

  /** The payload under way is complete. */
  void next(PreparedPayload complete) {
    earlier += complete.verification().size();
  }
}
