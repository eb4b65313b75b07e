package io.jobhandler.internal.session;

/** Whether a job may begin now. */
public enum Turn {
  /** It may. */
  NOW,
  /** Not now; those behind it may. */
  LATER,
  /** Not now, and none behind it either. */
  ALONE
}
