package io.jobhandler.internal.session;

import io.jobhandler.internal.loop.Loop;
import io.jobhandler.jobs.GetPendingJobExecutionsResponse;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for the pending list while there is a connection: after every connect, whenever something
 * may have been missed, and from time to time. Confined to the loop.
 */
final class ListRequests {
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);
  private static final Logger LOG = LoggerFactory.getLogger(ListRequests.class);

  private final QueueService service;
  private final Loop loop;
  private final QueueTimings timings;
  private final Jitter jitter;
  private final Consumer<GetPendingJobExecutionsResponse> onList;
  private Loop.@Nullable Timer inAnyCase;
  private long dueInAnyCase;
  private Loop.Timer unlessTold = () -> {};
  private boolean connected;
  private boolean connectedBefore;
  private boolean closed;

  ListRequests(
      QueueService service,
      Loop loop,
      QueueTimings timings,
      Jitter jitter,
      Consumer<GetPendingJobExecutionsResponse> onList) {
    this.service = service;
    this.loop = loop;
    this.timings = timings;
    this.jitter = jitter;
    this.onList = onList;
  }

  /** Whatever was sent before may have been missed. */
  void onConnected() {
    connected = !closed;
    askWithin(connectedBefore ? jitter.upTo(timings.reconnectJitter()) : Duration.ZERO);
    connectedBefore = true;
  }

  /** Nothing can be asked until the next connect, and then it is. */
  void onDisconnected() {
    connected = false;
    cancelTimers();
  }

  void close() {
    closed = true;
    onDisconnected();
  }

  /** A job is over, and a notification should tell soon what is next. */
  void afterEnd() {
    unlessTold.cancel();
    if (connected) {
      unlessTold = loop.schedule(timings.patience(), this::ask);
    }
  }

  /** A notification has told what is next. */
  void told() {
    unlessTold.cancel();
  }

  /** What was told last may be older than what was told before. */
  void inDoubt() {
    askWithin(timings.patience());
  }

  /** The service did not answer, and may be busy. */
  void afterFailure() {
    askWithin(jitter.around(AFTER_FAILURE));
  }

  private void askWithin(Duration delay) {
    long due = loop.nanoTime() + delay.toNanos();
    if (!connected || (inAnyCase != null && dueInAnyCase - due <= 0)) {
      return;
    }
    cancelInAnyCase();
    dueInAnyCase = due;
    inAnyCase = loop.schedule(delay, this::ask);
  }

  private void ask() {
    cancelTimers();
    askWithin(jitter.around(timings.pollInterval()));
    service.getPendingJobExecutions().whenComplete(this::onAnswer);
  }

  private void onAnswer(
      @Nullable GetPendingJobExecutionsResponse list, @Nullable Throwable failure) {
    if (list != null) {
      onList.accept(list);
    } else {
      LOG.warn("The pending list is not to be had: {}", String.valueOf(failure));
      afterFailure();
    }
  }

  private void cancelTimers() {
    unlessTold.cancel();
    cancelInAnyCase();
  }

  private void cancelInAnyCase() {
    if (inAnyCase != null) {
      inAnyCase.cancel();
      inAnyCase = null;
    }
  }
}
