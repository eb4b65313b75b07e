package io.jobhandler.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jobhandler.journal.JournalEntry;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryNameTest {
  @ParameterizedTest
  @CsvSource({
    "job-1, 1, 2026-01-02T03:04:05.678Z, job-1.1.1767323045.json",
    "A_b-9, 9223372036854775807, , A_b-9.9223372036854775807.0.json",
    "j, -1, 1969-12-31T23:59:59Z, j.-1.-1.json",
  })
  void isReadBackFromTheFile(
      String jobId, long executionNumber, @Nullable Instant queuedAt, String file) {
    EntryName name =
        EntryName.of(JournalEntry.first(jobId, executionNumber, queuedAt, null, "agent-1", 7));

    assertThat(name.fileName()).isEqualTo(file);
    assertThat(EntryName.parse(file)).contains(name);
    assertThat(name.jobId()).isEqualTo(jobId);
    assertThat(name.executionNumber()).isEqualTo(executionNumber);
    assertThat(name.queuedAt())
        .isEqualTo(queuedAt == null ? null : Instant.ofEpochSecond(queuedAt.getEpochSecond()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "job-1.json",
        "job-1.1.json",
        "job-1.1.2.3.json",
        "job.1.1.2.json",
        ".1.2.json",
        "gr\u00fcn.1.2.json",
        "0123456789012345678901234567890123456789012345678901234567890123x.1.2.json",
        "job-1.01.2.json",
        "job-1.1.-0.json",
        "job-1.1.2.JSON",
        "job-1.1.2.json.tmp",
        "job-1.9223372036854775808.2.json",
        "job-1.1.31556889864403200.json",
        "job-1.\u0661.2.json",
      })
  void isNothingElse(String file) {
    assertThat(EntryName.parse(file)).isEmpty();
  }

  @Test
  void isBegunByWhatBelongsToTheEntry() {
    assertThat(EntryName.begins("job-1.1.2.json")).isTrue();
    assertThat(EntryName.begins("job-1.1.2.json.unreadable.2")).isTrue();
    assertThat(EntryName.begins("my job-1.1.2.json")).isFalse();
  }

  @Test
  void isTheSameInEveryLanguage() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThat(EntryName.of(Entries.BEGUN).fileName()).isEqualTo(Entries.BEGUN_FILE);
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../job", "a/b", "a.b"})
  void isNoPathElsewhere(String jobId) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EntryName.of(Entries.of(jobId)))
        .withMessage("the jobId is not 1 to 64 characters of [a-zA-Z0-9_-], as AWS IoT has them");
  }
}
