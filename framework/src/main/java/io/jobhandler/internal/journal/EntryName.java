package io.jobhandler.internal.journal;

import io.jobhandler.journal.JournalEntry;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of an entry's file, which says whose it is when its content does not.
 *
 * @param jobId the job
 * @param executionNumber which execution of the job on this thing
 * @param queuedAt when it was queued, to the second
 */
record EntryName(String jobId, long executionNumber, @Nullable Instant queuedAt) {
  static final String SUFFIX = ".json";

  private static final Pattern JOB_ID = Pattern.compile("[a-zA-Z0-9_-]{1,64}");
  private static final Pattern FORM =
      Pattern.compile("(%s)\\.(-?[0-9]+)\\.(-?[0-9]+)\\.json".formatted(JOB_ID));

  EntryName {
    if (!JOB_ID.matcher(jobId).matches()) {
      throw new IllegalArgumentException(
          "the jobId is not 1 to 64 characters of [a-zA-Z0-9_-], as AWS IoT has them");
    }
  }

  static EntryName of(JournalEntry entry) {
    Instant queuedAt = entry.queuedAt();
    return new EntryName(
        entry.jobId(),
        entry.executionNumber(),
        queuedAt == null ? null : queuedAt(queuedAt.getEpochSecond()));
  }

  /** Reads a name back; empty where it is not one of ours. */
  static Optional<EntryName> parse(String fileName) {
    Matcher parts = FORM.matcher(fileName);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      EntryName name =
          new EntryName(
              parts.group(1),
              Long.parseLong(parts.group(2)),
              queuedAt(Long.parseLong(parts.group(3))));
      return name.fileName().equals(fileName) ? Optional.of(name) : Optional.empty();
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether a file belongs to an entry: as its content, half of it, or the evidence. */
  static boolean begins(String fileName) {
    return FORM.matcher(fileName).lookingAt();
  }

  private static @Nullable Instant queuedAt(long epochSecond) {
    return epochSecond == 0 ? null : Instant.ofEpochSecond(epochSecond);
  }

  String fileName() {
    // No formatting: its digits depend on the device's language.
    long epochSecond = queuedAt == null ? 0 : queuedAt.getEpochSecond();
    return jobId + '.' + executionNumber + '.' + epochSecond + SUFFIX;
  }
}
