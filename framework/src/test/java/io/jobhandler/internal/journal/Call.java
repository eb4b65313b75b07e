package io.jobhandler.internal.journal;

import java.nio.file.Path;

/** What the journal asks the file system for, as {@link WatchedCalls} tells it. */
sealed interface Call {
  Path path();

  /** What changes nothing. */
  record Look(String what, Path path) implements Call {}

  record CreateFolder(Path path) implements Call {}

  record Lock(Path path) implements Call {}

  record Unlock(Path path) implements Call {}

  record CloseToOthers(Path path) implements Call {}

  record Create(Path path) implements Call {}

  @SuppressWarnings("ArrayRecordComponent") // nobody compares it or hands it on
  record Write(Path path, byte[] content) implements Call {}

  record Force(Path path) implements Call {}

  record Close(Path path) implements Call {}

  record Rename(Path path, Path to) implements Call {}

  record ForceDirectory(Path path) implements Call {}

  record Delete(Path path) implements Call {}
}
