package io.jobhandler.localjobs.internal.protocol;

import io.jobhandler.localjobs.internal.service.Scope;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request topic, taken apart.
 *
 * @param topic the topic itself; the answer goes to it plus {@code /accepted} or {@code /rejected}
 * @param jobId the job, or {@link #NEXT}; null for the operations on a thing
 */
record JobsTopic(String topic, Scope scope, Operation operation, @Nullable String jobId) {
  /** Stands for the head of the pending list in the place of a job id. */
  static final String NEXT = "$next";

  private static final String THINGS = "$aws/things/";
  private static final String NAMESPACE = "namespace-";
  private static final Pattern THING_NAME = Pattern.compile("[a-zA-Z0-9:_-]{1,128}");
  private static final Pattern JOB_ID = Pattern.compile("[a-zA-Z0-9_-]{1,64}");
  private static final Pattern NAMESPACE_ID = Pattern.compile("[a-zA-Z0-9_-]+");

  /** Tells whether a topic belongs to the Jobs API, valid or not. */
  static boolean isJobs(String topic) {
    if (!topic.startsWith(THINGS)) {
      return false;
    }
    int end = topic.indexOf('/', THINGS.length());
    return end > 0 && (topic.startsWith("/jobs/", end) || topic.substring(end).equals("/jobs"));
  }

  /** Reads a topic of the Jobs API; null if it maps to no operation. */
  static @Nullable JobsTopic parse(String topic) {
    String[] levels = topic.substring(THINGS.length()).split("/", -1);
    String thingName = levels[0];
    if (!THING_NAME.matcher(thingName).matches()) {
      return null;
    }
    return switch (levels.length) {
      case 3 -> ofThing(topic, new Scope(thingName, null), levels[2]);
      case 4 -> ofJob(topic, new Scope(thingName, null), levels[2], levels[3]);
      case 5 -> ofNamespace(topic, levels);
      default -> null;
    };
  }

  private static @Nullable JobsTopic ofThing(String topic, Scope scope, String verb) {
    return switch (verb) {
      case "get" -> new JobsTopic(topic, scope, Operation.GET_PENDING, null);
      case "start-next" -> new JobsTopic(topic, scope, Operation.START_NEXT, null);
      default -> null;
    };
  }

  private static @Nullable JobsTopic ofJob(String topic, Scope scope, String jobId, String verb) {
    boolean next = jobId.equals(NEXT);
    if (!next && !JOB_ID.matcher(jobId).matches()) {
      return null;
    }
    return switch (verb) {
      case "get" -> new JobsTopic(topic, scope, Operation.DESCRIBE, jobId);
      case "update" -> next ? null : new JobsTopic(topic, scope, Operation.UPDATE, jobId);
      default -> null;
    };
  }

  private static @Nullable JobsTopic ofNamespace(String topic, String[] levels) {
    if (!levels[3].startsWith(NAMESPACE)) {
      return null;
    }
    String namespaceId = levels[3].substring(NAMESPACE.length());
    if (!NAMESPACE_ID.matcher(namespaceId).matches()) {
      return null;
    }
    return ofJob(topic, new Scope(levels[0], namespaceId), levels[2], levels[4]);
  }

  /** Where the pending list of a scope is announced. */
  static String notifyTopic(Scope scope) {
    String topic = THINGS + scope.thingName() + "/jobs/notify";
    return scope.namespaceId() == null ? topic : topic + "-" + NAMESPACE + scope.namespaceId();
  }

  /** Where the head of a thing's pending list is announced. */
  static String notifyNextTopic(String thingName) {
    return THINGS + thingName + "/jobs/notify-next";
  }
}
