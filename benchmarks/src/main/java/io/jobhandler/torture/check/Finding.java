package io.jobhandler.torture.check;

/**
 * Something that must not be.
 *
 * @param type in what way
 * @param jobId the job
 * @param text what was found, for people
 */
public record Finding(Type type, String jobId, String text) {

  /** In what way a promise was broken. */
  public enum Type {
    /** The execution has no end. */
    LOST,
    /** Something was done twice, or at the same time as something else. */
    DUPLICATED,
    /** The end, or the way there, is not what the ledger says. */
    WRONG
  }

  @Override
  public String toString() {
    return "%s %s: %s".formatted(type, jobId, text);
  }
}
