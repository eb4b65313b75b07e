package io.jobhandler.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Messages on the topics that an agent has subscribed to, none of which is a valid, current one:
 * the jobs that they name do not exist, or nobody has asked. A seed says which come.
 */
final class HostileMessages {

  /** A message and where it comes. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Hostile(String topic, byte[] payload) {}

  private static final int MOST_BYTES = 128 * 1024;
  private static final List<String> VERDICTS =
      List.of("accepted", "rejected", "accepted", "rejected", "maybe", "", "ACCEPTED", "\u00e9");
  private static final List<String> JOBS =
      List.of(
          "no-such-job", "$next", "", " ", "..", "get", "notify-next", "\u00e9", "x".repeat(64));
  private static final List<String> SHAPES =
      List.of(
          "",
          "null",
          "7",
          "\"\"",
          "[]",
          "[null]",
          "{}",
          "{} {}",
          "{\"execution\":7}",
          "{\"execution\":[]}",
          "{\"execution\":{\"jobDocument\":null}}",
          "{\"jobs\":[]}",
          "{\"jobs\":{\"QUEUED\":{}}}",
          "{\"jobs\":{\"QUEUED\":[null,7,\"x\",{}]}}",
          "{\"queuedJobs\":{\"a\":1}}",
          "{\"queuedJobs\":[[]]}",
          "{\"timestamp\":1e999999999}",
          "{\"clientToken\":{}}",
          "{\"executionState\":7,\"code\":[]}",
          "\ufeff{}");

  private final String prefix;
  private final Random random;
  private int forged;

  HostileMessages(String thingName, long seed) {
    prefix = "$aws/things/" + thingName + "/jobs/";
    random = new Random(seed);
  }

  /** Any kind. */
  Hostile next() {
    int kind = random.nextInt(100);
    String topic = topic();
    if (kind < 30) {
      return new Hostile(topic, randomBytes());
    }
    if (kind < 45) {
      return new Hostile(topic, truncated(valid(topic, "Mallory")));
    }
    if (kind < 75) {
      return new Hostile(topic, mutated(valid(topic, "Mallory")));
    }
    if (kind < 85) {
      return new Hostile(topic, pick(SHAPES).getBytes(UTF_8));
    }
    if (kind < 88) {
      return new Hostile(topic, nested(valid(topic, "Mallory")));
    }
    return kind < 90 ? new Hostile(topic, huge(topic)) : forged("Mallory");
  }

  /** A message that is whole and says what is not so. */
  Hostile forged(String name) {
    String topic = topic();
    return new Hostile(topic, valid(topic, name));
  }

  /** A notification that pretends that more and more is queued. */
  Hostile longerQueue(String name) {
    return random.nextBoolean()
        ? new Hostile(prefix + "notify", list(10))
        : new Hostile(prefix + "notify-next", valid(prefix + "notify-next", name));
  }

  private String topic() {
    return prefix
        + switch (random.nextInt(6)) {
          case 0 -> "notify";
          case 1 -> "notify-next";
          case 2 -> "get/" + pick(VERDICTS);
          case 3 -> "start-next/" + pick(VERDICTS);
          case 4 -> pick(JOBS) + "/get/" + pick(VERDICTS);
          default -> pick(JOBS) + "/update/" + pick(VERDICTS);
        };
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** What belongs on a topic, about jobs that do not exist or for a request that nobody sent. */
  private byte[] valid(String topic, String name) {
    String level = topic.substring(prefix.length());
    String token = "\"clientToken\":\"" + random.nextLong() + "\"";
    if (level.equals("notify")) {
      return list(listed());
    }
    if (level.endsWith("rejected")) {
      return ("{\"code\":\"TerminalStateReached\",\"message\":\"m\"," + token + "}")
          .getBytes(UTF_8);
    }
    if (level.startsWith("get/")) {
      return ("{\"inProgressJobs\":[],\"queuedJobs\":" + summaries(listed()) + "," + token + "}")
          .getBytes(UTF_8);
    }
    if (level.contains("/update/")) {
      return ("{\"executionState\":{\"status\":\"SUCCEEDED\",\"versionNumber\":9}," + token + "}")
          .getBytes(UTF_8);
    }
    return ("{\"execution\":" + execution(name) + ",\"timestamp\":1," + token + "}")
        .getBytes(UTF_8);
  }

  private String execution(String name) {
    return ("{\"jobId\":\"forged-%d\",\"thingName\":\"another\",\"status\":\"QUEUED\","
            + "\"queuedAt\":1767258000,\"lastUpdatedAt\":1767258000,\"versionNumber\":1,"
            + "\"executionNumber\":1,\"jobDocument\":{\"operation\":\"greet\",\"name\":\"%s\"}}")
        .formatted(forged++, name);
  }

  /** As few as make a whole list, or as many as make one that may go on. */
  private int listed() {
    return random.nextBoolean() ? 3 : 10;
  }

  private byte[] list(int count) {
    return ("{\"jobs\":{\"QUEUED\":" + summaries(count) + "},\"timestamp\":1}").getBytes(UTF_8);
  }

  private String summaries(int count) {
    StringBuilder list = new StringBuilder("[");
    for (int left = count; left > 0; left--) {
      list.append(
          ("{\"jobId\":\"forged-%d\",\"queuedAt\":1767258000,\"lastUpdatedAt\":1767258000,"
                  + "\"versionNumber\":1,\"executionNumber\":1}%s")
              .formatted(forged++, left == 1 ? "]" : ","));
    }
    return list.toString();
  }

  private byte[] randomBytes() {
    byte[] bytes = new byte[random.nextInt(300)];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] truncated(byte[] message) {
    return Arrays.copyOf(message, random.nextInt(message.length));
  }

  private byte[] mutated(byte[] message) {
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      message[random.nextInt(message.length)] =
          random.nextBoolean()
              ? (byte) random.nextInt(256)
              : message[random.nextInt(message.length)];
    }
    return message;
  }

  /** The whole message within so many arrays or objects as fit, closed or not. */
  private byte[] nested(byte[] message) {
    String open = random.nextBoolean() ? "[" : "{\"execution\":";
    int depth = (MOST_BYTES - message.length) / 2 / open.length();
    String close = random.nextBoolean() ? "" : (open.equals("[") ? "]" : "}").repeat(depth);
    return (open.repeat(depth) + new String(message, UTF_8) + close).getBytes(UTF_8);
  }

  /** The most bytes that the service delivers. */
  private byte[] huge(String topic) {
    return valid(topic, "x".repeat(MOST_BYTES - 1_000));
  }
}
