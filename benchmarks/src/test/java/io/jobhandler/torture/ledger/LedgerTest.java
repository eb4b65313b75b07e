package io.jobhandler.torture.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  private static final String TORN = "{\"atMicros\":7,\"li";

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("ledger");
  }

  private static LedgerLine line(What what, int attempt) {
    return new LedgerLine(1, 2, 3, "boot", what, "job \"1\"", 1, attempt, "step\n", "ü");
  }

  private void append(String text) throws IOException {
    Files.writeString(file(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @Test
  void givesBackWhatWasAppended() throws IOException {
    Ledger ledger = Ledger.open(file());
    try (LedgerReader reader = LedgerReader.open(file())) {
      assertThat(reader.poll()).isFalse();

      ledger.append(line(What.UP, 1));
      assertThat(reader.poll()).isTrue();
      ledger.append(line(What.STARTED, 2));
      ledger.append(line(What.ENDED, 2));
      assertThat(reader.poll()).isTrue();

      assertThat(reader.lines())
          .containsExactly(line(What.UP, 1), line(What.STARTED, 2), line(What.ENDED, 2));
    }
  }

  @Test
  void appendsOnAnInterruptedThread() throws IOException {
    Ledger ledger = Ledger.open(file());
    Thread.currentThread().interrupt();

    ledger.append(line(What.UP, 1));
    assertThat(Thread.interrupted()).isTrue();
    ledger.append(line(What.STARTED, 1));

    assertThat(Files.readAllLines(file())).hasSize(2);
  }

  @Test
  void waitsForTheRestOfALine() throws IOException {
    append("{\"atMicros\":1,\"life\":2,\"pid\":3,\"bootId\":\"b\",\"what\":\"UP\",\"jobId\":\"\",");
    try (LedgerReader reader = LedgerReader.open(file())) {
      assertThat(reader.poll()).isFalse();
      append("\"executionNumber\":0,\"attempt\":0,\"step\":\"\",\"value\":\"\"}\n");

      assertThat(reader.poll()).isTrue();
      assertThat(reader.lines()).hasSize(1);
    }
  }

  @Test
  void leavesOutALineThatAKillHasCutOff() throws IOException {
    append(TORN);
    Ledger.open(file()).append(line(What.UP, 1));

    try (LedgerReader reader = LedgerReader.open(file())) {
      assertThat(reader.poll()).isTrue();
      assertThat(reader.lines()).containsExactly(line(What.UP, 1));
    }
  }

  @Test
  void refusesALineThatIsCutOffWithinAProcess() throws IOException {
    append(TORN);
    Ledger.open(file()).append(line(What.STARTED, 1));

    try (LedgerReader reader = LedgerReader.open(file())) {
      assertThatThrownBy(reader::poll)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("cannot be read");
    }
  }
}
