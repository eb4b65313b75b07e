package io.jobhandler.internal.journal;

import io.jobhandler.journal.JournalContents;
import io.jobhandler.journal.JournalContents.Unreadable;
import io.jobhandler.journal.JournalEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the entries of a folder once. What is damaged is kept aside; what another version or
 * another day may read is left as it is.
 */
final class EntryReader {
  private static final Logger LOG = LoggerFactory.getLogger(EntryReader.class);

  private final Path directory;
  private final FileSystemCalls calls;
  private final DurableFiles files;
  private final List<JournalEntry> entries = new ArrayList<>();
  private final List<Unreadable> unreadable = new ArrayList<>();
  private final Set<String> left = new HashSet<>();

  EntryReader(Path directory, FileSystemCalls calls, DurableFiles files) {
    this.directory = directory;
    this.calls = calls;
    this.files = files;
  }

  /**
   * Reads all.
   *
   * @throws IOException if the folder cannot be listed
   */
  JournalContents readAll() throws IOException {
    for (Path file : calls.list(directory)) {
      String name = String.valueOf(file.getFileName());
      if (name.endsWith(EntryName.SUFFIX)) {
        EntryName.parse(name)
            .ifPresentOrElse(entry -> read(file, entry), () -> setAsideUnnamed(file));
      }
    }
    return new JournalContents(entries, unreadable);
  }

  /** The names of the files that cannot be read and are left as they are. */
  Set<String> left() {
    return Set.copyOf(left);
  }

  private void read(Path file, EntryName name) {
    try {
      entries.add(content(file, name));
    } catch (EntryFormatException e) {
      report(name, e.isNewer() ? leave(file, e) : setAside(file, e));
    } catch (IOException e) {
      report(name, leave(file, e));
    }
  }

  private JournalEntry content(Path file, EntryName name) throws IOException {
    if (!calls.isFile(file)) {
      throw EntryFormatException.damaged("it is not a file");
    }
    JournalEntry entry = JournalJson.read(calls.read(file, JournalJson.MAX_BYTES + 1));
    if (!entry.jobId().equals(name.jobId()) || !EntryName.of(entry).equals(name)) {
      throw EntryFormatException.damaged("it is the entry of another execution");
    }
    return entry;
  }

  private void report(EntryName name, String reason) {
    LOG.error(
        "The journal entry of job {}, execution {}, cannot be used: {}",
        name.jobId(),
        name.executionNumber(),
        reason);
    unreadable.add(new Unreadable(name.jobId(), name.executionNumber(), name.queuedAt(), reason));
  }

  private String leave(Path file, IOException reason) {
    left.add(String.valueOf(file.getFileName()));
    return "%s; it is left as '%s'".formatted(text(reason), file);
  }

  private String setAside(Path file, EntryFormatException damage) {
    try {
      return "%s; it is kept as '%s'".formatted(text(damage), files.setAside(file));
    } catch (IOException e) {
      return "%s, and cannot be renamed (%s)".formatted(leave(file, damage), e);
    }
  }

  private static String text(IOException reason) {
    return reason instanceof EntryFormatException format
        ? String.valueOf(format.getMessage())
        : "it cannot be read (%s)".formatted(reason);
  }

  private void setAsideUnnamed(Path file) {
    EntryFormatException damage = EntryFormatException.damaged("its name is not that of an entry");
    LOG.error("A file in the journal cannot be used: {}", setAside(file, damage));
  }
}
