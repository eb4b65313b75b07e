package io.jobhandler.internal.session;

import io.jobhandler.internal.flow.ExecutionKey;
import io.jobhandler.internal.flow.QueuedJob;
import java.util.Set;

/** Lets jobs begin, or has them wait. Called on the loop. */
public interface Turnstile {

  /**
   * The jobs that wait are shown from the first on.
   *
   * @param waiting all that wait, whether they will be shown or not
   */
  void fromTheFirst(Set<ExecutionKey> waiting);

  /**
   * Says whether a job may begin now. Jobs are shown in their order, until there is no more room.
   *
   * @param job the job
   * @return {@link Turn#NOW} if {@link #begin} is to be called next
   */
  Turn turnOf(QueuedJob job);

  /**
   * Begins a job.
   *
   * @param job the job that was shown last
   */
  void begin(QueuedJob job);

  /**
   * A job that is known here is confirmed to be cancelled, deleted or timed out.
   *
   * @param key its execution
   */
  void gone(ExecutionKey key);
}
