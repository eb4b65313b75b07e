package io.jobhandler.localjobs.internal.mqtt;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Keeps the unacknowledged QoS 1 messages within what the client can take, and gives them their
 * packet ids.
 */
final class OutboundWindow {
  private static final int MAX_PACKET_ID = 65_535;

  private final int limit;
  private final Set<Integer> unacknowledged = new HashSet<>();
  private final Queue<IntConsumer> waiting = new ArrayDeque<>();
  private int lastPacketId;

  OutboundWindow(int limit) {
    this.limit = limit;
  }

  /** Sends now or once there is room; the argument of {@code send} is the packet id. */
  void submit(IntConsumer send) {
    if (unacknowledged.size() < limit) {
      send.accept(takePacketId());
    } else {
      waiting.add(send);
    }
  }

  void acknowledged(int packetId) {
    if (unacknowledged.remove(packetId)) {
      IntConsumer next = waiting.poll();
      if (next != null) {
        next.accept(takePacketId());
      }
    }
  }

  private int takePacketId() {
    do {
      lastPacketId = lastPacketId % MAX_PACKET_ID + 1;
    } while (!unacknowledged.add(lastPacketId));
    return lastPacketId;
  }
}
