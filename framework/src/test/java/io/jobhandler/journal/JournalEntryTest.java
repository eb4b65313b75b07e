package io.jobhandler.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jobhandler.jobs.JobStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JournalEntryTest {
  private static final Instant QUEUED_AT = Instant.parse("2026-01-02T03:04:05Z");
  private static final JournalState RUNNING = new JournalState.Running(false);
  private static final JournalEntry FIRST =
      JournalEntry.first("job-1", 3, QUEUED_AT, "firmware_update", "agent-1", 7);

  private static JournalEntry entry(int attempt, int freeAttempts, JournalState state) {
    return new JournalEntry(
        "job-1",
        3,
        QUEUED_AT,
        "firmware_update",
        "agent-1",
        7,
        attempt,
        freeAttempts,
        state,
        null,
        Map.of());
  }

  @Test
  void beginsWithTheFirstAttempt() {
    assertThat(FIRST).isEqualTo(entry(1, 0, new JournalState.Preparing()));
    assertThat(FIRST.countedAttempts()).isEqualTo(1);
  }

  @Test
  void goesFromStateToState() {
    assertThat(FIRST.in(7, RUNNING)).isEqualTo(entry(1, 0, RUNNING));
    assertThat(FIRST.in(9, RUNNING).versionNumber()).isEqualTo(9);
    assertThat(FIRST.in(9, RUNNING).in(7, new JournalState.Preparing())).isEqualTo(FIRST);
  }

  @Test
  void countsAttemptsThatAreNotFree() {
    JournalEntry second = FIRST.nextAttempt(7, RUNNING);
    assertThat(second).isEqualTo(entry(2, 0, RUNNING));
    assertThat(second.countedAttempts()).isEqualTo(2);

    JournalEntry free = second.free();
    assertThat(free).isEqualTo(entry(2, 1, RUNNING));
    assertThat(free.countedAttempts()).isEqualTo(1);
    assertThat(free.nextAttempt(9, RUNNING).versionNumber()).isEqualTo(9);
  }

  @Test
  void remembersTheLastCheckpointAndEveryStep() {
    JournalEntry entry =
        FIRST.withCheckpoint("1").withStep("a", "2").withCheckpoint("3").withStep("b", "4");

    assertThat(entry.checkpoint()).isEqualTo("3");
    assertThat(entry.steps()).isEqualTo(Map.of("a", "2", "b", "4"));
    assertThat(entry.nextAttempt(7, RUNNING).steps()).isEqualTo(entry.steps());
    assertThat(FIRST.steps()).isEmpty();
  }

  @Test
  void refusesAttemptsThatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> entry(0, 0, RUNNING))
        .withMessage("attempt is 0, expected 1 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> entry(2, 3, RUNNING))
        .withMessage("freeAttempts is 3, expected 0 to 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> entry(2, -1, RUNNING))
        .withMessage("freeAttempts is -1, expected 0 to 2");
    assertThat(entry(2, 2, RUNNING).countedAttempts()).isZero();
  }

  @ParameterizedTest
  @EnumSource(JobStatus.class)
  void endsInAFinalStatusOnly(JobStatus status) {
    if (status.isTerminal()) {
      assertThat(new JournalState.Ended(status, Map.of()).status()).isEqualTo(status);
    } else {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new JournalState.Ended(status, Map.of()))
          .withMessage("status is " + status + ", expected a final one");
    }
  }

  @Test
  void keepsCopies() {
    Map<String, String> steps = new HashMap<>(Map.of("a", "1"));
    JournalState.Ended ended = new JournalState.Ended(JobStatus.FAILED, steps);
    JournalEntry entry =
        new JournalEntry("job-1", 1, null, null, "agent-1", 7, 1, 0, ended, null, steps);
    List<JournalEntry> entries = new ArrayList<>(List.of(entry));
    JournalContents contents = new JournalContents(entries, List.of());
    steps.clear();
    entries.clear();

    assertThat(ended.statusDetails()).containsOnlyKeys("a");
    assertThat(entry.steps()).containsOnlyKeys("a");
    assertThat(contents.entries()).containsExactly(entry);
  }
}
