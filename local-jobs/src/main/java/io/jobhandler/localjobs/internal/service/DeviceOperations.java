package io.jobhandler.localjobs.internal.service;

import static io.jobhandler.localjobs.ExecutionStatus.IN_PROGRESS;
import static io.jobhandler.localjobs.ExecutionStatus.QUEUED;

import io.jobhandler.localjobs.ExecutionStatus;
import io.jobhandler.localjobs.Transition.Actor;
import org.jspecify.annotations.Nullable;

/** What a device may ask for. */
final class DeviceOperations {
  private final JobStore store;
  private final Lifecycle lifecycle;

  DeviceOperations(JobStore store, Lifecycle lifecycle) {
    this.store = store;
    this.lifecycle = lifecycle;
  }

  PendingList pending(Scope scope, int limit) {
    PendingQueue queue = store.existingQueue(scope);
    return queue == null
        ? new PendingQueue(scope).first(0, lifecycle.now())
        : queue.first(limit, lifecycle.now());
  }

  @Nullable ExecutionWithDocument startNext(Scope scope, StartNextCommand command) {
    StoredExecution head = head(scope);
    if (head == null) {
      return null;
    }
    if (head.status == QUEUED) {
      lifecycle.change(
          head,
          new Change(
              IN_PROGRESS, Actor.DEVICE, command.statusDetails(), command.stepTimeoutInMinutes()));
    } else {
      lifecycle.timers.setStep(head, command.stepTimeoutInMinutes(), lifecycle.now());
    }
    return head.withDocument(lifecycle.now());
  }

  @Nullable ExecutionWithDocument describeNext(Scope scope) {
    StoredExecution head = head(scope);
    return head == null ? null : head.withDocument(lifecycle.now());
  }

  ExecutionWithDocument describe(Scope scope, String jobId, @Nullable Long executionNumber) {
    StoredExecution execution = require(scope, jobId, executionNumber);
    if (execution.status.isTerminal()) {
      throw new RequestRejectedException(
          ErrorCode.TERMINAL_STATE_REACHED,
          "The execution of job " + jobId + " has ended as " + execution.status);
    }
    return execution.withDocument(lifecycle.now());
  }

  ExecutionWithDocument update(Scope scope, String jobId, UpdateCommand command) {
    StoredExecution execution = require(scope, jobId, command.executionNumber());
    checkTransition(execution, command.status());
    checkVersion(execution, command);
    lifecycle.change(
        execution,
        new Change(
            command.status(),
            Actor.DEVICE,
            command.statusDetails(),
            command.stepTimeoutInMinutes()));
    return execution.withDocument(lifecycle.now());
  }

  private void checkTransition(StoredExecution execution, ExecutionStatus to) {
    if (execution.status.isTerminal() || to == QUEUED) {
      throw refuse(
          execution,
          to,
          ErrorCode.INVALID_STATE_TRANSITION,
          "An execution that is " + execution.status + " cannot become " + to);
    }
  }

  private void checkVersion(StoredExecution execution, UpdateCommand command) {
    Long expected = command.expectedVersion();
    if (expected != null && expected != execution.versionNumber) {
      throw refuse(
          execution,
          command.status(),
          ErrorCode.VERSION_MISMATCH,
          "Expected version " + expected + " but found version " + execution.versionNumber);
    }
  }

  private RequestRejectedException refuse(
      StoredExecution execution, ExecutionStatus to, ErrorCode code, String reason) {
    lifecycle.history.refused(execution, to, Actor.DEVICE, code.wireName(), lifecycle.now());
    return new RequestRejectedException(code, reason, execution.snapshot(lifecycle.now()));
  }

  private @Nullable StoredExecution head(Scope scope) {
    PendingQueue queue = store.existingQueue(scope);
    return queue == null ? null : queue.head();
  }

  private StoredExecution require(Scope scope, String jobId, @Nullable Long executionNumber) {
    StoredExecution execution =
        store.find(new ExecutionKey(scope.thingName(), jobId), executionNumber);
    if (execution == null || !execution.scope().equals(scope)) {
      String which = executionNumber == null ? "" : " with executionNumber " + executionNumber;
      throw new RequestRejectedException(
          ErrorCode.RESOURCE_NOT_FOUND,
          "Thing " + scope.thingName() + " has no execution of job " + jobId + which);
    }
    return execution;
  }
}
