package io.jobhandler.starter.internal.fault;

import org.jspecify.annotations.Nullable;

/** A value cannot be used. Its message says why, and holds no secret. */
public final class InvalidValueException extends Exception {
  private static final long serialVersionUID = 1L;

  private final @Nullable String remedy;

  /** For a value that is not what its key expects. */
  public InvalidValueException(String problem) {
    this(problem, null);
  }

  /** For a value that is mended in another way than by what its key expects. */
  public InvalidValueException(String problem, @Nullable String remedy) {
    super(problem);
    this.remedy = remedy;
  }

  /** How to mend it; null if by what its key expects. */
  public @Nullable String remedy() {
    return remedy;
  }
}
