package io.jobhandler.torture;

import io.jobhandler.torture.device.Bug;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * What a run of the torture is set to.
 *
 * @param rounds how many rounds, 1 or more
 * @param seed decides what is planned; what comes of it also depends on the machine's pace
 * @param directory for journals, ledgers and logs; what belongs to rounds that went well is removed
 * @param patience how long nothing may happen before what has not ended counts as lost
 * @param failures after how many rounds with findings the run ends, 1 or more
 * @param bug what is put in on purpose
 */
record TortureSettings(
    int rounds, long seed, Path directory, Duration patience, int failures, Bug bug) {

  TortureSettings {
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(patience, "patience");
    Objects.requireNonNull(bug, "bug");
    if (rounds < 1 || failures < 1) {
      throw new IllegalArgumentException(
          "rounds is %d and failures %d, expected 1 or more".formatted(rounds, failures));
    }
  }

  /** No bug, and the patience that a loaded machine needs. */
  static TortureSettings of(int rounds, long seed, Path directory) {
    return new TortureSettings(rounds, seed, directory, Duration.ofMinutes(5), 3, Bug.NONE);
  }
}
