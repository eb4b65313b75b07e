package io.jobhandler.localjobs.internal.server;

import io.jobhandler.localjobs.FaultRates;
import io.jobhandler.localjobs.internal.mqtt.SubscriptionPolicy;
import io.jobhandler.localjobs.internal.service.ErrorCode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is to go wrong. Set by any thread, read by the event loop. */
public final class FaultPlan implements SubscriptionPolicy {

  /** What can be planned for a number of messages. */
  public enum Fault {
    /** A request is neither served nor answered. */
    REQUEST_DROPPED,
    /** A request is rejected without being looked at. */
    REQUEST_REJECTED,
    /** A response is not sent. */
    RESPONSE_DROPPED,
    /** A response is sent twice. */
    RESPONSE_DUPLICATED,
    /** A response waits until it is released. */
    RESPONSE_HELD,
    /** A notification is not sent. */
    NOTIFICATION_DROPPED,
    /** A notification is sent twice. */
    NOTIFICATION_DUPLICATED,
    /** A response or a notification waits until another message was sent to the same client. */
    MESSAGE_OVERTAKEN
  }

  private final Map<String, Verdict> filters = new ConcurrentHashMap<>();
  private final Map<Fault, Integer> left = new ConcurrentHashMap<>();
  private volatile ErrorCode rejection = ErrorCode.REQUEST_THROTTLED;
  private volatile @Nullable RandomFates random;

  public void onSubscription(String filter, Verdict verdict) {
    filters.put(filter, verdict);
  }

  @Override
  public Verdict check(String filter) {
    return filters.getOrDefault(filter, Verdict.GRANT);
  }

  /** Plans a fault for the next messages that it concerns; replaces what was planned before. */
  public void plan(Fault fault, int next) {
    left.put(fault, next);
  }

  public void rejectRequests(ErrorCode code, int next) {
    rejection = code;
    plan(Fault.REQUEST_REJECTED, next);
  }

  /** Lets chance decide of all that nothing is planned for. */
  public void random(long seed, FaultRates rates) {
    random = new RandomFates(seed, rates);
  }

  /** Back to a service without faults. */
  public void clear() {
    filters.clear();
    left.clear();
    random = null;
  }

  boolean dropsNextRequest() {
    RandomFates chance = random;
    return take(Fault.REQUEST_DROPPED) || (chance != null && chance.dropsRequest());
  }

  /** The code to reject the next request with; null to serve it. */
  @Nullable ErrorCode rejectionOfNextRequest() {
    return take(Fault.REQUEST_REJECTED) ? rejection : null;
  }

  Fate ofNextResponse() {
    if (take(Fault.RESPONSE_DROPPED)) {
      return Fate.DROPPED;
    }
    if (take(Fault.RESPONSE_HELD)) {
      return Fate.HELD;
    }
    if (take(Fault.RESPONSE_DUPLICATED)) {
      return Fate.DUPLICATED;
    }
    if (take(Fault.MESSAGE_OVERTAKEN)) {
      return Fate.OVERTAKEN;
    }
    RandomFates chance = random;
    return chance == null ? Fate.SENT : chance.ofResponse();
  }

  Fate ofNextNotification() {
    if (take(Fault.NOTIFICATION_DROPPED)) {
      return Fate.DROPPED;
    }
    if (take(Fault.NOTIFICATION_DUPLICATED)) {
      return Fate.DUPLICATED;
    }
    if (take(Fault.MESSAGE_OVERTAKEN)) {
      return Fate.OVERTAKEN;
    }
    RandomFates chance = random;
    return chance == null ? Fate.SENT : chance.ofNotification();
  }

  private boolean take(Fault fault) {
    return left.computeIfPresent(fault, (key, n) -> n == 0 ? null : n - 1) != null;
  }
}
