package io.jobhandler.internal.payload;

/** Told how far a job's downloads are, on the thread that downloads, some thousand times. */
@FunctionalInterface
public interface ByteProgress {

  /**
   * Some bytes came.
   *
   * @param done how many are there; fewer than before where a download began anew
   * @param total how many there will be, at least one
   */
  void onBytes(long done, long total);
}
