package io.jobhandler.internal.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jobhandler.journal.JournalEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is in the file of an entry, it is read as it was stored, or it is not read. */
class DamagedEntryTest {
  private static JournalEntry read(String file) throws IOException {
    return JournalJson.read(file.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "1",
        "[]",
        "{}",
        "{",
        "\u0000\u0000\u0000\u0000",
        "{\"jobId\":\"job-2\",\"formatVersion\":1,\"agentToken\":\"a\",\"attempt\":1}",
        "{\"formatVersion\":\"2\"}",
        "{\"formatVersion\":2.0}",
        "{\"formatVersion\":0}",
        "{\"formatVersion\":-1}",
        "{\"formatVersion\":1234567890}",
        "{\"formatVersion\":2",
        "{\"formatVersion\":2}",
        "{\"formatVersion\":1}",
        "{\"formatVersion\":1,\"jobId\":\"job-2\",\"executionNumber\":1,\"attempt\":1,"
            + "\"versionNumber\":7}",
        "{\"formatVersion\":1,\"jobId\":\"job-2\",\"executionNumber\":1,\"attempt\":0,"
            + "\"versionNumber\":7,\"agentToken\":\"a\"}",
        "{\"formatVersion\":1,\"jobId\":\"job-2\",\"executionNumber\":1,\"attempt\":\"1\","
            + "\"versionNumber\":7,\"agentToken\":\"a\"}",
        "{\"formatVersion\":1,\"jobId\":\"job-2\",\"attempt\":1,\"versionNumber\":7,"
            + "\"agentToken\":\"a\"}",
        "{\"formatVersion\":1,\"jobId\":\"job-2\",\"executionNumber\":1,\"attempt\":1,"
            + "\"versionNumber\":7,\"agentToken\":\"a\",\"attempt\":2}",
        "{\"formatVersion\":1,\"jobId\":\"job-2\",\"executionNumber\":1,\"attempt\":1,"
            + "\"versionNumber\":7,\"agentToken\":\"a\",\"more\":1}",
        "{\"formatVersion\":1,\"jobId\":\"job-2\",\"executionNumber\":1,\"attempt\":1,"
            + "\"versionNumber\":7,\"agentToken\":\"a\"} {}",
        "{\"formatVersion\":1,\"jobId\":\"job-2\",\"executionNumber\":1,\"attempt\":1,"
            + "\"versionNumber\":7,\"agentToken\":\"a\",\"outcome\":1}",
        "{\"formatVersion\":1,\"jobId\":\"job-2\",\"executionNumber\":1,\"attempt\":1,"
            + "\"versionNumber\":7,\"agentToken\":\"a\","
            + "\"outcome\":{\"status\":\"QUEUED\",\"statusDetails\":{}}}",
        "{\"formatVersion\":1,\"jobId\":\"job-2\",\"executionNumber\":1,\"attempt\":1,"
            + "\"versionNumber\":7,\"agentToken\":\"a\",\"outcome\":{\"status\":\"FAILED\"}}",
      })
  void refusesWhatIsDamaged(String file) {
    assertDamaged(file.getBytes(UTF_8));
  }

  private static void assertDamaged(byte[] file) {
    assertThatExceptionOfType(EntryFormatException.class)
        .isThrownBy(() -> JournalJson.read(file))
        .withMessageStartingWith("it is damaged: ")
        .matches(e -> !e.isNewer());
  }

  private static boolean isRead(byte[] file) {
    try {
      JournalJson.read(file);
      return true;
    } catch (EntryFormatException e) {
      return false;
    }
  }

  @Test
  void refusesEveryTruncationAndEveryFlippedBit() throws IOException {
    JournalEntry entry = Entries.BEGUN.withCheckpoint("{\"slot\":\"b\"}").withStep("a", "1");
    byte[] file = JournalJson.write(entry);
    List<byte[]> read = new ArrayList<>();
    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      Stream.of(cut, Arrays.copyOf(cut, file.length))
          .filter(DamagedEntryTest::isRead)
          .forEach(read::add);
    }
    for (int bit = 0; bit < 8 * file.length; bit++) {
      byte[] flipped = file.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Stream.of(flipped).filter(DamagedEntryTest::isRead).forEach(read::add);
    }

    assertThat(read).isEmpty();
    assertDamaged(Arrays.copyOf(file, file.length + 1));
    assertThat(isRead(file)).isTrue();
  }

  @Test
  void refusesGarbageOfAnyKind() {
    byte[] begun = "{\"formatVersion\":1,".getBytes(UTF_8);
    Random random = new Random(4);
    List<byte[]> read = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      byte[] garbage = new byte[begun.length + random.nextInt(400)];
      random.nextBytes(garbage);
      byte[] startsWell = garbage.clone();
      System.arraycopy(begun, 0, startsWell, 0, begun.length);
      Stream.of(garbage, startsWell).filter(DamagedEntryTest::isRead).forEach(read::add);
    }

    assertThat(read).isEmpty();
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    byte[] file = JournalJson.write(Entries.BEGUN);
    file[file.length - 10]++;

    assertThatExceptionOfType(EntryFormatException.class)
        .isThrownBy(() -> JournalJson.read(file))
        .withMessage("it is damaged: its checksum is another");
    assertThatExceptionOfType(EntryFormatException.class)
        .isThrownBy(() -> read("{}"))
        .withMessage("it is damaged: it does not begin with its format's version");
    assertThatExceptionOfType(EntryFormatException.class)
        .isThrownBy(() -> read("{\"formatVersion\":1,\"outcome\":[]}"))
        .withMessage("it is damaged: its outcome is no object");
    assertThatExceptionOfType(EntryFormatException.class)
        .isThrownBy(() -> read("{\"formatVersion\":1,\"attempt\":\"https://secret\"}"))
        .withMessageStartingWith("it is damaged: ")
        .withMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"formatVersion\":3}",
        "{\"formatVersion\":10,\"entry\":",
        "{\"formatVersion\":999999999,\"deep\":[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]}",
      })
  void tellsANewerFormatWhateverItHolds(String file) {
    assertThatExceptionOfType(EntryFormatException.class)
        .isThrownBy(() -> read(file))
        .withMessageMatching(
            "a newer version of the agent has written it, in format \\d+; this one knows 1 to 2")
        .matches(EntryFormatException::isNewer);
  }

  @Test
  void refusesWhatIsTooLargeButTellsANewerFormat() throws IOException {
    byte[] large = new byte[JournalJson.MAX_BYTES + 1];
    Arrays.fill(large, (byte) ' ');
    byte[] attempt =
        ("{\"formatVersion\":1,\"jobId\":\"job-1\",\"executionNumber\":2,\"attempt\":1,"
                + "\"versionNumber\":7,\"agentToken\":\"agent-1\"}")
            .getBytes(UTF_8);
    System.arraycopy(attempt, 0, large, 0, attempt.length);

    assertThatExceptionOfType(EntryFormatException.class)
        .isThrownBy(() -> JournalJson.read(large))
        .withMessage("it is damaged: it has more than 4194304 bytes");
    assertThat(JournalJson.read(Arrays.copyOf(large, JournalJson.MAX_BYTES)).jobId())
        .isEqualTo("job-1");

    large["{\"formatVersion\":".length()] = '3';
    assertThatExceptionOfType(EntryFormatException.class)
        .isThrownBy(() -> JournalJson.read(large))
        .matches(EntryFormatException::isNewer);
  }
}
