package io.jobhandler.localjobs.internal.mqtt;

import io.jobhandler.localjobs.Traffic;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts packets. Written by the event loop, read by any thread. */
public final class TrafficCounters {
  private static final String THINGS = "$aws/things/";

  private final Counters total = new Counters();
  private final Map<String, Counters> clients = new ConcurrentHashMap<>();
  private final Map<String, Counters> things = new ConcurrentHashMap<>();

  void connected(String clientId) {
    total.connects.incrementAndGet();
    ofClient(clientId).connects.incrementAndGet();
  }

  void subscribed(String clientId, Set<String> filters) {
    count(clientId, filters, counters -> counters.subscribes);
  }

  void unsubscribed(String clientId, Set<String> filters) {
    count(clientId, filters, counters -> counters.unsubscribes);
  }

  void publishedIn(String clientId, String topic) {
    count(clientId, Set.of(topic), counters -> counters.publishesIn);
  }

  void publishedOut(String clientId, String topic) {
    count(clientId, Set.of(topic), counters -> counters.publishesOut);
  }

  /** Counts one packet: in all, for its client, and once for each thing that its topics name. */
  private void count(String clientId, Set<String> topics, Function<Counters, AtomicLong> which) {
    which.apply(total).incrementAndGet();
    which.apply(ofClient(clientId)).incrementAndGet();
    topics.stream()
        .map(TrafficCounters::thingName)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(thingName -> which.apply(ofThing(thingName)).incrementAndGet());
  }

  private Counters ofThing(String thingName) {
    return things.computeIfAbsent(thingName, key -> new Counters());
  }

  private Counters ofClient(String clientId) {
    return clients.computeIfAbsent(clientId, key -> new Counters());
  }

  private static @Nullable String thingName(String topic) {
    if (!topic.startsWith(THINGS)) {
      return null;
    }
    int end = topic.indexOf('/', THINGS.length());
    return end < 0 ? null : topic.substring(THINGS.length(), end);
  }

  public Traffic snapshot() {
    return new Traffic(total.snapshot(), snapshot(clients), snapshot(things));
  }

  private static Map<String, Traffic.Counts> snapshot(Map<String, Counters> counters) {
    return counters.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().snapshot()));
  }

  private static final class Counters {
    final AtomicLong connects = new AtomicLong();
    final AtomicLong subscribes = new AtomicLong();
    final AtomicLong unsubscribes = new AtomicLong();
    final AtomicLong publishesIn = new AtomicLong();
    final AtomicLong publishesOut = new AtomicLong();

    Traffic.Counts snapshot() {
      return new Traffic.Counts(
          connects.get(),
          subscribes.get(),
          unsubscribes.get(),
          publishesIn.get(),
          publishesOut.get());
    }
  }
}
