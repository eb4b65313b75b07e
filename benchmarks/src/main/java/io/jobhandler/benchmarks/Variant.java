package io.jobhandler.benchmarks;

import java.util.Locale;

/** Ways to carry out the jobs of a thing. */
enum Variant {
  /** JobHandler with its journal in files. */
  DURABLE("off", 20_000),
  /** JobHandler with its journal in memory. */
  MEMORY("off", 20_000),
  /** IotJobsV2Client, with the SDK's defaults. */
  SDK_STOCK("the SDK's AWS_IOT_CORE_DEFAULTS", 100),
  /** IotJobsV2Client, with TCP_NODELAY and without the SDK's flow control. */
  SDK("off", 20_000),
  /** A loop on Mqtt5Client, with JobHandler's sockets and QoS. */
  BARE("off", 20_000);

  private final String rateLimit;

  private final int warmUpJobs;

  Variant(String rateLimit, int warmUpJobs) {
    this.rateLimit = rateLimit;
    this.warmUpJobs = warmUpJobs;
  }

  /** What keeps the variant from publishing as fast as it can. */
  String rateLimit() {
    return rateLimit;
  }

  /**
   * How many jobs its process carries out before those that are measured: enough for the compiler,
   * which takes one of two cores for seconds, to be done with the loop; few where a job waits for
   * the network rather than for code.
   */
  int warmUpJobs() {
    return warmUpJobs;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
