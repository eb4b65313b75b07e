package io.jobhandler.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.journal.JournalLife.Called;
import io.jobhandler.internal.journal.JournalLife.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The states of a disk that killing a process cannot make: the power goes after every call of the
 * file system, and what was not forced is dropped, torn or reordered. Whatever a new journal finds
 * then, it holds every entry that was said to be stored, in that version or a later one.
 */
class CrashReplayTest {
  @TempDir Path temporary;

  /** How many different states were tried, and what is wrong with the first that is wrong. */
  private record Replay(int states, Optional<String> violation) {}

  private Replay replay(Predicate<Call> ignored) throws IOException {
    List<Event> events = JournalLife.recorded(temporary.resolve("life"), ignored);
    CrashDisk disk = new CrashDisk();
    Survivors survivors = new Survivors();
    Set<Object> seen = new HashSet<>();
    for (Event event : events) {
      if (event instanceof Called called) {
        disk.apply(called.call());
      }
      survivors.apply(event);
      for (Map<Path, byte[]> state : disk.afterLossOfPower().toList()) {
        if (seen.add(List.of(comparable(state), survivors.snapshot()))) {
          Optional<String> violation = survivors.violatedBy(Journals.contents(onDisk(state)));
          if (violation.isPresent()) {
            return new Replay(seen.size(), violation.map(("after " + event + ": ")::concat));
          }
        }
      }
    }
    return new Replay(seen.size(), Optional.empty());
  }

  private static Map<String, String> comparable(Map<Path, byte[]> state) {
    Map<String, String> comparable = new TreeMap<>();
    state.forEach(
        (path, content) ->
            comparable.put(path.toString(), new String(content, StandardCharsets.ISO_8859_1)));
    return comparable;
  }

  /** Makes a folder as it is found when the power is back. */
  private Path onDisk(Map<Path, byte[]> state) throws IOException {
    Path folder = Files.createTempDirectory(temporary, "crashed");
    for (Map.Entry<Path, byte[]> file : state.entrySet()) {
      Files.write(folder.resolve(file.getKey().getFileName().toString()), file.getValue());
    }
    return folder;
  }

  @Test
  void noLossOfPowerLosesWhatWasStored() throws IOException {
    Replay replay = replay(call -> false);

    assertThat(replay.violation()).isEmpty();
    assertThat(replay.states()).isGreaterThan(150);
  }

  /** The replay can fail: without the forced folder, an entry that was stored has no name. */
  @Test
  void withoutForcingTheFolderAnEntryIsLost() throws IOException {
    Replay replay = replay(call -> call instanceof Call.ForceDirectory);

    assertThat(replay.violation()).hasValueSatisfying(text -> assertThat(text).contains("lost: "));
  }

  /** The replay can fail: without the forced file, an entry that was stored is torn. */
  @Test
  void withoutForcingTheFileAnEntryIsTorn() throws IOException {
    Replay replay = replay(call -> call instanceof Call.Force);

    assertThat(replay.violation())
        .hasValueSatisfying(text -> assertThat(text).contains("unreadable: "));
  }
}
