package io.jobhandler.localjobs.internal.server;

import io.jobhandler.localjobs.internal.mqtt.SubscriptionPolicy;
import io.jobhandler.localjobs.internal.service.ErrorCode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What is to go wrong. Set by any thread, read by the event loop. */
public final class FaultPlan implements SubscriptionPolicy {
  private final Map<String, Verdict> filters = new ConcurrentHashMap<>();
  private final AtomicInteger droppedResponses = new AtomicInteger();
  private final AtomicInteger duplicatedResponses = new AtomicInteger();
  private final AtomicInteger droppedNotifications = new AtomicInteger();
  private final AtomicInteger rejectedRequests = new AtomicInteger();
  private volatile ErrorCode rejection = ErrorCode.REQUEST_THROTTLED;

  public void onSubscription(String filter, Verdict verdict) {
    filters.put(filter, verdict);
  }

  @Override
  public Verdict check(String filter) {
    return filters.getOrDefault(filter, Verdict.GRANT);
  }

  public void dropResponses(int next) {
    droppedResponses.set(next);
  }

  public void duplicateResponses(int next) {
    duplicatedResponses.set(next);
  }

  public void dropNotifications(int next) {
    droppedNotifications.set(next);
  }

  public void rejectRequests(ErrorCode code, int next) {
    rejection = code;
    rejectedRequests.set(next);
  }

  /** Back to a service without faults. */
  public void clear() {
    filters.clear();
    droppedResponses.set(0);
    duplicatedResponses.set(0);
    droppedNotifications.set(0);
    rejectedRequests.set(0);
  }

  /** How often the next response is sent. */
  int copiesOfNextResponse() {
    if (take(droppedResponses)) {
      return 0;
    }
    return take(duplicatedResponses) ? 2 : 1;
  }

  boolean dropsNextNotification() {
    return take(droppedNotifications);
  }

  /** The code to reject the next request with; null to serve it. */
  @Nullable ErrorCode rejectionOfNextRequest() {
    return take(rejectedRequests) ? rejection : null;
  }

  private static boolean take(AtomicInteger left) {
    return left.get() > 0 && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
  }
}
