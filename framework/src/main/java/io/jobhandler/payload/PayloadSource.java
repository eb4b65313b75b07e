package io.jobhandler.payload;

import java.io.Closeable;
import java.io.IOException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Where payloads come from. The framework's own source speaks HTTP; an app may bring another. What
 * it gives is trusted in nothing: size and signature are checked afterwards. Called on handlers'
 * threads, several at a time.
 *
 * <p>It waits for no answer for ever, gives way to interruptions, and keeps the query of the URL
 * out of its exceptions and logs.
 */
@FunctionalInterface
public interface PayloadSource {

  /**
   * Asks for a payload's bytes, once: who calls it decides about another attempt.
   *
   * @param url where the payload is
   * @param offset how many bytes are there already, zero or more
   * @param validator what told the payload's version when they came, see {@link
   *     Download#validator}; null where the offset is zero
   * @return the bytes from the offset on; or from the first on, where the source cannot go on or
   *     the payload is another now
   * @throws PayloadSourceException where it is known what another attempt is good for
   * @throws IOException if something went wrong that may pass
   * @throws InterruptedException if the thread was interrupted
   */
  Download open(PresignedUrl url, long offset, @Nullable String validator)
      throws IOException, InterruptedException;

  /** Bytes on their way. Used by one thread. */
  interface Download extends Closeable {

    /**
     * Which byte of the payload comes first.
     *
     * @return the offset asked for, or zero
     */
    long start();

    /**
     * How large the whole payload is.
     *
     * @return bytes; empty where the source does not say
     */
    OptionalLong totalSize();

    /**
     * What tells this version of the payload from others, for instance a strong ETag.
     *
     * @return any text; null where there is none, so that a next attempt begins anew
     */
    @Nullable String validator();

    /**
     * Waits for bytes and takes them.
     *
     * @param buffer filled from its beginning, at least one byte long
     * @return how many came, at least one; -1 at the end
     * @throws IOException if no more come
     * @throws InterruptedException if the thread was interrupted
     */
    int read(byte[] buffer) throws IOException, InterruptedException;

    /** Ends the transfer, whether or not it is complete. */
    @Override
    void close();
  }
}
