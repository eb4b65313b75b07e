package io.jobhandler.jobs;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes arrive, the next message is understood. */
class HostileMessagesTest {
  private final ScriptedClient scripted = ScriptedClient.connected();

  @AfterEach
  void close() {
    scripted.close();
  }

  @ParameterizedTest
  @MethodSource("io.jobhandler.jobs.SampleMessage#all")
  void randomBytesAreIgnored(SampleMessage sample) {
    Random random = new Random(20_260_101);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      scripted.deliver(sample.topic(), bytes);
    }
    scripted.assertStillWorks();
  }

  @ParameterizedTest
  @MethodSource("io.jobhandler.jobs.SampleMessage#all")
  void mutatedMessagesHarmNothing(SampleMessage sample) {
    Random random = new Random(20_260_102);
    for (int i = 0; i < 500; i++) {
      scripted.deliver(sample.topic(), mutated(sample.bytes(), random));
    }
    scripted.assertStillWorks();
  }

  private static byte[] mutated(byte[] message, Random random) {
    byte[] mutant = message.clone();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      mutant[random.nextInt(mutant.length)] = mutation(message, random);
    }
    return mutant;
  }

  private static byte mutation(byte[] message, Random random) {
    return random.nextBoolean()
        ? (byte) random.nextInt(256)
        : message[random.nextInt(message.length)];
  }

  @ParameterizedTest
  @MethodSource("io.jobhandler.jobs.SampleMessage#all")
  void truncatedMessagesHarmNothing(SampleMessage sample) {
    byte[] whole = sample.bytes();
    for (int length = 0; length < whole.length; length++) {
      scripted.deliver(sample.topic(), Arrays.copyOf(whole, length));
    }
    scripted.assertStillWorks();
  }

  @ParameterizedTest
  @MethodSource("io.jobhandler.jobs.SampleMessage#all")
  void otherEncodingsAreIgnored(SampleMessage sample) {
    for (String name : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE")) {
      scripted.deliver(sample.topic(), sample.message().getBytes(Charset.forName(name)));
    }
    scripted.assertStillWorks();
  }

  @ParameterizedTest
  @MethodSource("io.jobhandler.jobs.SampleMessage#all")
  void wrongShapesAreIgnored(SampleMessage sample) {
    for (String shape :
        List.of(
            "",
            " ",
            "null",
            "true",
            "0",
            "\"\"",
            "[]",
            "[[]]",
            "{}",
            "{} {}",
            "{\"execution\":1}",
            "{\"execution\":[]}",
            "{\"jobs\":[]}",
            "{\"jobs\":{\"QUEUED\":{}}}",
            "{\"jobs\":{\"QUEUED\":[null]}}",
            "{\"queuedJobs\":[1]}",
            "{\"queuedJobs\":[null]}",
            "{\"timestamp\":\"now\"}",
            "{\"timestamp\":1e400}",
            "{\"timestamp\":1e2147483648}",
            "{\"timestamp\":-99999999999999999999}",
            "{\"clientToken\":1}",
            "{\"clientToken\":{}}",
            "{\"code\":null}",
            "{\"code\":{}}",
            "{\"code\":\"\",\"executionState\":\"\"}",
            "{\"executionState\":{\"status\":1}}",
            "{\"jobDocument\":}")) {
      scripted.deliver(sample.topic(), shape);
    }
    scripted.assertStillWorks();
  }

  @ParameterizedTest
  @MethodSource("io.jobhandler.jobs.SampleMessage#all")
  void deepNestingIsSurvived(SampleMessage sample) {
    int depth = 100_000;
    for (String key : List.of("execution", "jobs", "queuedJobs", "statusDetails", "new", "code")) {
      scripted.deliver(
          sample.topic(), "{\"" + key + "\":" + "[".repeat(depth) + "]".repeat(depth) + "}");
      scripted.deliver(sample.topic(), ("{\"" + key + "\":").repeat(10_000));
    }
    scripted.assertStillWorks();
  }
}
