package io.jobhandler.benchmarks;

/** Two operations on one job; each waits for its answer. */
interface Requests extends AutoCloseable {
  void describe() throws Exception;

  void update() throws Exception;

  @Override
  void close();
}
