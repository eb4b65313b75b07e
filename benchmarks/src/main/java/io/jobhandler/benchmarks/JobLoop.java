package io.jobhandler.benchmarks;

/** Carries out the jobs that are queued for a thing. */
@FunctionalInterface
interface JobLoop {
  /**
   * Connects, carries out jobs and disconnects.
   *
   * @param port the service's, on loopback
   * @param thing the thing, whose name is the client id too
   * @param count how many jobs are queued
   */
  void run(int port, String thing, int count) throws Exception;
}
