package io.jobhandler;

/** What came before this attempt. */
public enum RestartCause {
  /** No restart: the first attempt, or a retry in the same process. */
  NONE,
  /** The attempt before this one was cut off by a loss of power, a crash or the process's end. */
  INTERRUPTION,
  /** The reboot that {@link JobResult#rebootAndContinue} asked for: the device has booted anew. */
  REBOOT,
  /** The restart that {@link JobResult#restartAndContinue} asked for: this is another process. */
  PROCESS_RESTART
}
