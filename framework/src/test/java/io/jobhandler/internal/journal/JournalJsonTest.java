package io.jobhandler.internal.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jobhandler.journal.JournalEntry;
import io.jobhandler.journal.JournalState;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalJsonTest {
  private static final int KIB_16 = 16 * 1024;

  private static String text(JournalEntry entry) throws IOException {
    return new String(JournalJson.write(entry), US_ASCII);
  }

  private static JournalEntry read(String file) throws IOException {
    return JournalJson.read(file.getBytes(UTF_8));
  }

  static List<JournalState> states() {
    return Entries.STATES;
  }

  @ParameterizedTest
  @MethodSource("states")
  void readsEveryStateAsItWasWritten(JournalState state) throws IOException {
    JournalEntry entry = Entries.BEGUN.in(8, state);

    assertThat(JournalJson.read(JournalJson.write(entry))).isEqualTo(entry);
  }

  @Test
  void writesWhatThePageOnReliabilitySays() throws IOException {
    assertThat(text(Entries.BEGUN.withStep("b", "1").withStep("a", "2")))
        .isEqualTo(
            "{\"formatVersion\":2,\"crc32\":\"faf3e520\",\"entry\":{\"jobId\":\"job-1\","
                + "\"executionNumber\":1,\"queuedAt\":\"2026-01-02T03:04:05Z\","
                + "\"operation\":\"firmware_update\",\"agentToken\":\"agent-1\","
                + "\"versionNumber\":7,\"attempt\":1,\"freeAttempts\":0,"
                + "\"state\":{\"name\":\"PREPARING\"},\"steps\":{\"a\":\"2\",\"b\":\"1\"}}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"slot\" : \"b\",\"x\":1.50}",
        "gr\u00fcn \ud83d\ude00 \"quoted\" \\ / \u0000 \u007f \u2028",
        "half a pair: \ud83d",
        "",
      })
  void keepsTextsExactly(String text) throws IOException {
    JournalEntry entry =
        Entries.ended(Map.of("a:b_c-D", text)).withCheckpoint(text).withStep("a", text);

    assertThat(JournalJson.read(JournalJson.write(entry))).isEqualTo(entry);
  }

  @Test
  void keepsTheNamesOfStepsExactlyOrRefusesThem() throws IOException {
    JournalEntry entry = Entries.BEGUN.withStep("gr\u00fcn \ud83d\ude00 \"\\\u0000", "1");

    assertThat(JournalJson.read(JournalJson.write(entry))).isEqualTo(entry);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JournalJson.write(entry.withStep("\ud83d", "1")))
        .withMessage("the name of a step has half a surrogate pair in it");
  }

  @Test
  void keepsNumbersAndTimesExactly() throws IOException {
    for (Instant time :
        List.of(Instant.MIN, Instant.EPOCH, Instant.ofEpochSecond(1, 1), Instant.MAX)) {
      JournalEntry entry =
          JournalEntry.first("job-1", Long.MIN_VALUE, time, null, "", Long.MAX_VALUE)
              .nextAttempt(Long.MAX_VALUE, new JournalState.Running(false))
              .free();

      assertThat(JournalJson.read(JournalJson.write(entry))).isEqualTo(entry);
    }
  }

  /** However the texts are escaped: a quote, a control character, two, three and four bytes. */
  @ParameterizedTest
  @ValueSource(strings = {"\"", "\\", "\n", "\u007f", "\u00fc", "\u20ac", "\ud83d\ude00"})
  void hasRoomForTheLargestCheckpointAndSteps(String unit) throws IOException {
    String large = unit.repeat(KIB_16 / unit.getBytes(UTF_8).length);
    Map<String, String> details = new HashMap<>();
    for (int i = 0; i < 10; i++) {
      details.put("k" + i, "\u20ac".repeat(1024));
    }
    JournalEntry entry = Entries.ended(details).withCheckpoint(large);
    for (int i = 0; i < 64; i++) {
      entry = entry.withStep("%02d".formatted(i) + "\u20ac".repeat(126), large);
    }

    assertThat(JournalJson.read(JournalJson.write(entry))).isEqualTo(entry);
  }

  @Test
  void writesUpToFourMebibytesAndNoMore() throws IOException {
    int around = JournalJson.write(Entries.BEGUN.withCheckpoint("")).length;
    int most = 4 * 1024 * 1024 - around;
    JournalEntry largest = Entries.BEGUN.withCheckpoint("x".repeat(most));

    assertThat(JournalJson.read(JournalJson.write(largest))).isEqualTo(largest);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JournalJson.write(Entries.BEGUN.withCheckpoint("x".repeat(most + 1))))
        .withMessage(
            "the journal entry of job job-1 has 4194305 bytes, more than 4194304: store less in"
                + " its checkpoint and steps");
  }

  @Test
  void readsAnAttemptOfTheFirstFormat() throws IOException {
    String file =
        "{\"formatVersion\":1,\"jobId\":\"job-1\",\"executionNumber\":2,"
            + "\"queuedAt\":\"2026-01-02T03:04:05Z\",\"attempt\":1,\"versionNumber\":7,"
            + "\"agentToken\":\"agent-1\"}";

    assertThat(read(file)).isEqualTo(first(2, Entries.QUEUED_AT, new JournalState.Running(false)));
    assertThat(read(file.replace("\"queuedAt\":\"2026-01-02T03:04:05Z\",", "")))
        .isEqualTo(first(2, null, new JournalState.Running(false)));
  }

  private static JournalEntry first(
      long executionNumber, @Nullable Instant queuedAt, JournalState state) {
    return JournalEntry.first("job-1", executionNumber, queuedAt, null, "agent-1", 7).in(7, state);
  }

  @Test
  void readsAnOutcomeOfTheFirstFormat() throws IOException {
    String file =
        "{\"formatVersion\":1,\"jobId\":\"job-1\",\"executionNumber\":2,\"attempt\":1,"
            + "\"versionNumber\":7,\"agentToken\":\"agent-1\",\"outcome\":{\"status\":\"FAILED\","
            + "\"statusDetails\":{\"reasonCode\":\"INTERRUPTED\",\"reason\":\"the power went\"}}}";

    assertThat(read(file)).isEqualTo(first(2, null, Entries.STATES.get(Entries.STATES.size() - 1)));
  }
}
