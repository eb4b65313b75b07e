package io.jobhandler.payload;

import java.io.IOException;

/**
 * Where payloads are kept while their jobs run. The framework's own store uses a private folder; an
 * app may bring another, for instance one that writes straight into the inactive slot of the flash.
 * Called on handlers' threads, which are interrupted when a job is given up: an I/O operation may
 * fail then, and should.
 */
@FunctionalInterface
public interface PayloadStore {

  /**
   * Makes room for a payload.
   *
   * @param jobId the job, 1 to 64 characters of {@code [a-zA-Z0-9_-]}
   * @param executionNumber the number of its execution
   * @param payload the payload's name, any text: the document may have chosen it
   * @param size its size in bytes as the document says, zero or more and within the limit; never
   *     more bytes will be written
   * @return the place
   * @throws IOException if there is no room, so that the job fails
   */
  StoredPayload create(String jobId, long executionNumber, String payload, long size)
      throws IOException;
}
