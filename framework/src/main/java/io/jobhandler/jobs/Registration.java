package io.jobhandler.jobs;

/** A listener that was registered and can be taken back. */
@FunctionalInterface
public interface Registration extends AutoCloseable {

  /** Stops the calls of the listener. Idempotent. */
  @Override
  void close();
}
