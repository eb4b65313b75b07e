package io.jobhandler.torture.plan;

/** The operations of the device's app, and how often each may be attempted. */
public final class Operations {
  public static final String STRICT = "strict";
  public static final String STEPS = "steps";
  public static final String RESUME = "resume";
  public static final String RESTART = "restart";
  public static final String REBOOT = "reboot";
  public static final String EXCLUSIVE = "exclusive";
  public static final String FLAKY = "flaky";
  public static final String LATER = "later";
  public static final String BROKEN = "broken";
  public static final String CAPPED = "capped";
  public static final String CANCELLED = "cancelled";
  public static final String UNDONE = "undone";

  public static final int FEW_ATTEMPTS = 2;
  public static final int SOME_ATTEMPTS = 3;
  public static final int MANY_ATTEMPTS = 4;

  /** Why {@link #BROKEN} fails. */
  public static final String BROKEN_REASON = "TORTURED";

  /** How many jobs the device runs at once. */
  public static final int AT_ONCE = 3;

  private Operations() {}
}
