package io.jobhandler.torture.ledger;

/** What a line of the ledger tells. */
public enum What {
  /** The device's process is up, and its agent about to start. */
  UP,
  /** The handler has begun. */
  STARTED,
  /** The method that goes on after a restart has begun; the value is the cause. */
  CONTINUED,
  /** The method for cancelled executions has begun. */
  CANCELLED,
  /** What has begun ends; the step is an {@link End}. */
  ENDED,
  /** A durable step begins its work. */
  STEP_BEGUN,
  /** A durable step has done its work, which results in the value. */
  STEP_DONE,
  /** The framework has given back the value of a durable step, so that the step is stored. */
  STEP_KEPT,
  /** The value is about to be stored as the checkpoint. */
  CHECKPOINT,
  /** The framework has said that the checkpoint is stored. */
  CHECKPOINT_KEPT,
  /** The checkpoint that the framework has given back. */
  CHECKPOINT_GIVEN,
  /** A part begins that must not be interrupted. */
  SHIELDED,
  /** The part has ended; the value says whether it was interrupted. */
  UNSHIELDED
}
