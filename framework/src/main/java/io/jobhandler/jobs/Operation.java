package io.jobhandler.jobs;

import org.jspecify.annotations.Nullable;

/**
 * The operations of the protocol: where each is asked for and what it answers.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/iot/latest/developerguide/reserved-topics.html">Reserved
 *     topics</a>
 */
enum Operation {
  GET_PENDING("get", GetPendingJobExecutionsResponse.class),
  START_NEXT("start-next", StartNextJobExecutionResponse.class),
  DESCRIBE("get", DescribeJobExecutionResponse.class),
  UPDATE("update", UpdateJobExecutionResponse.class);

  private final String topicLevel;
  private final Class<? extends JobsResponse> responseType;

  Operation(String topicLevel, Class<? extends JobsResponse> responseType) {
    this.topicLevel = topicLevel;
    this.responseType = responseType;
  }

  Class<? extends JobsResponse> responseType() {
    return responseType;
  }

  /** The level under the jobs prefix, or under the job for an operation on one job. */
  String topicLevel() {
    return topicLevel;
  }

  static @Nullable Operation ofThing(String level) {
    return level.equals("get") ? GET_PENDING : level.equals("start-next") ? START_NEXT : null;
  }

  static @Nullable Operation ofJob(String level) {
    return level.equals("get") ? DESCRIBE : level.equals("update") ? UPDATE : null;
  }
}
