package io.jobhandler.jobs;

import io.jobhandler.spi.MqttQos;
import io.jobhandler.spi.MqttTransport.Subscription;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The topics of one thing's jobs. */
final class JobsTopics {
  private static final Pattern THING_NAME = Pattern.compile("[a-zA-Z0-9:_-]{1,128}");
  private static final String NOTIFY = "notify";
  private static final String NOTIFY_NEXT = "notify-next";

  /** What a message on a topic is. */
  sealed interface Inbound {
    /** A message of the stream {@code notify}. */
    record Changed() implements Inbound {}

    /** A message of the stream {@code notify-next}. */
    record NextChanged() implements Inbound {}

    /** The answer to a request. */
    record Answer(Operation operation, @Nullable String jobId, boolean accepted)
        implements Inbound {}
  }

  private final String prefix;

  JobsTopics(String thingName) {
    if (!THING_NAME.matcher(thingName).matches()) {
      throw new IllegalArgumentException(
          "thing name '%s' is not 1 to 128 characters of [a-zA-Z0-9:_-]".formatted(thingName));
    }
    prefix = "$aws/things/" + thingName + "/jobs/";
  }

  String request(Operation operation, @Nullable String jobId) {
    return jobId == null
        ? prefix + operation.topicLevel()
        : prefix + jobId + "/" + operation.topicLevel();
  }

  List<Subscription> standingSubscriptions(MqttQos notifications, MqttQos responses) {
    return List.of(
        new Subscription(prefix + NOTIFY, notifications),
        new Subscription(prefix + NOTIFY_NEXT, notifications),
        new Subscription(prefix + "get/+", responses),
        new Subscription(prefix + "start-next/+", responses),
        new Subscription(prefix + "+/get/+", responses),
        new Subscription(prefix + "+/update/+", responses));
  }

  /** Says what a message on a topic is, or null where it is none of ours. */
  @Nullable Inbound parse(String topic) {
    if (!topic.startsWith(prefix)) {
      return null;
    }
    String[] levels = topic.substring(prefix.length()).split("/", -1);
    return switch (levels.length) {
      case 1 -> notification(levels[0]);
      case 2 -> answer(Operation.ofThing(levels[0]), null, levels[1]);
      case 3 -> answer(Operation.ofJob(levels[1]), levels[0], levels[2]);
      default -> null;
    };
  }

  private static @Nullable Inbound notification(String level) {
    return switch (level) {
      case NOTIFY -> new Inbound.Changed();
      case NOTIFY_NEXT -> new Inbound.NextChanged();
      default -> null;
    };
  }

  private static @Nullable Inbound answer(
      @Nullable Operation operation, @Nullable String jobId, String verdict) {
    boolean accepted = verdict.equals("accepted");
    return operation == null || !(accepted || verdict.equals("rejected"))
        ? null
        : new Inbound.Answer(operation, jobId, accepted);
  }
}
