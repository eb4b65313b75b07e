package io.jobhandler.examples.firmware;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the boot loader and the running system tell each other.
 *
 * @param running the slot that runs
 * @param confirmed the slot that the device can always go back to
 * @param trial the slot that was activated and not confirmed yet; null where there is none. It runs
 *     already, or is to be started next
 */
record SlotState(String running, String confirmed, @Nullable String trial) {
  private static final List<String> SLOTS = List.of("a", "b");
  private static final String NO_TRIAL = "-";

  /** Slot {@code a} as it came from the factory. */
  static final SlotState FIRST = new SlotState("a", "a", null);

  /** Reads what {@link #line} writes; null if it is something else. */
  static @Nullable SlotState parse(String line) {
    List<String> words = List.of(line.strip().split(" ", -1));
    if (words.size() != 3 || !SLOTS.containsAll(words.subList(0, 2))) {
      return null;
    }
    String trial = words.get(2);
    if (trial.equals(NO_TRIAL)) {
      return new SlotState(words.get(0), words.get(1), null);
    }
    return SLOTS.contains(trial) ? new SlotState(words.get(0), words.get(1), trial) : null;
  }

  /** The three slots, or a dash for no trial: {@code a a b}. */
  String line() {
    return "%s %s %s%n".formatted(running, confirmed, trial == null ? NO_TRIAL : trial);
  }

  String other() {
    return running.equals("a") ? "b" : "a";
  }

  /** A trial is started once: without a confirmation the device then goes back. */
  String next() {
    return trial == null || trial.equals(running) ? confirmed : trial;
  }

  SlotState activated() {
    if (!running.equals(confirmed)) {
      throw new IllegalStateException(
          "slot " + running + " runs and is not confirmed: confirm it, or roll back and restart");
    }
    return new SlotState(running, confirmed, other());
  }

  SlotState kept() {
    if (trial == null && running.equals(confirmed)) {
      return this;
    }
    if (!running.equals(trial)) {
      throw new IllegalStateException("slot " + running + " runs, and it is not on trial");
    }
    return new SlotState(running, running, null);
  }

  SlotState rolledBack() {
    return new SlotState(running, confirmed, null);
  }

  /**
   * What the boot loader makes of it.
   *
   * @param starts whether the image of a slot can be started
   */
  SlotState booted(Predicate<String> starts) {
    String slot = next();
    return slot.equals(trial) && starts.test(slot)
        ? new SlotState(slot, confirmed, trial)
        : new SlotState(confirmed, confirmed, null);
  }
}
