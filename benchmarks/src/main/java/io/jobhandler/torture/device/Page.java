package io.jobhandler.torture.device;

import io.jobhandler.JobContext;
import io.jobhandler.torture.ledger.What;

/** What is written of one call of a handler. */
record Page(Diary diary, JobContext context) {

  void write(What what, String step, String value) {
    diary.write(what, context.jobId(), context.executionNumber(), context.attempt(), step, value);
  }

  /** Does a durable step, whose value no other time of doing it would have. */
  void step(String name, Work work) throws InterruptedException {
    String value =
        context.step(
            name,
            String.class,
            () -> {
              write(What.STEP_BEGUN, name, "");
              work.take();
              String done = "%s by %d.%d".formatted(name, diary.life(), context.attempt());
              write(What.STEP_DONE, name, done);
              return done;
            });
    write(What.STEP_KEPT, name, value);
  }

  /** Stores how far the work is. */
  void checkpoint(int position) {
    write(What.CHECKPOINT, "", Integer.toString(position));
    context.checkpoint(new Position(position));
    write(What.CHECKPOINT_KEPT, "", Integer.toString(position));
  }

  /** Works for a while, and says whether it was interrupted all the same. */
  void shielded(Work work) {
    context.shielded(
        () -> {
          write(What.SHIELDED, "", "");
          boolean interrupted = interrupted(work);
          write(What.UNSHIELDED, "", interrupted ? "interrupted" : "");
          return interrupted;
        });
  }

  private static boolean interrupted(Work work) {
    try {
      work.take();
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /**
   * How far a job is.
   *
   * @param done how many parts are done
   */
  record Position(int done) {}
}
