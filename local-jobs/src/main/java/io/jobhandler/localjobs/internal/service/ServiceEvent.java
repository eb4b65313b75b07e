package io.jobhandler.localjobs.internal.service;

import io.jobhandler.localjobs.JobExecution;
import io.jobhandler.localjobs.LocalJobsException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What the state machine has to tell the world, in the order in which it happened. */
public sealed interface ServiceEvent {

  /** The pending list has gained or lost an execution. */
  record ListChanged(Scope scope, Instant at, PendingList list) implements ServiceEvent {}

  /** Another execution than before is the head of the pending list; null if the list is empty. */
  record NextChanged(Scope scope, Instant at, @Nullable ExecutionWithDocument next)
      implements ServiceEvent {}

  /** An execution that somebody waited for has ended. */
  record Ended(JobExecution execution, List<CompletableFuture<JobExecution>> waiting)
      implements ServiceEvent {}

  /** An execution that somebody waited for was deleted. */
  record Deleted(LocalJobsException cause, List<CompletableFuture<JobExecution>> waiting)
      implements ServiceEvent {}
}
