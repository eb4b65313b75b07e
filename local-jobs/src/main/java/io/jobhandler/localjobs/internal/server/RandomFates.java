package io.jobhandler.localjobs.internal.server;

import io.jobhandler.localjobs.FaultRates;
import java.util.Random;

/** Lets chance decide; the same seed gives the same decisions to the same sequence of messages. */
final class RandomFates {
  private final Random random;
  private final FaultRates rates;

  RandomFates(long seed, FaultRates rates) {
    this.random = new Random(seed);
    this.rates = rates;
  }

  boolean dropsRequest() {
    return random.nextDouble() < rates.droppedRequests();
  }

  Fate ofResponse() {
    return fate(rates.responses());
  }

  Fate ofNotification() {
    return fate(rates.notifications());
  }

  private Fate fate(FaultRates.Delivery shares) {
    double drawn = random.nextDouble();
    if (drawn < shares.dropped()) {
      return Fate.DROPPED;
    }
    if (drawn < shares.dropped() + shares.duplicated()) {
      return Fate.DUPLICATED;
    }
    return drawn < shares.dropped() + shares.duplicated() + shares.reordered()
        ? Fate.OVERTAKEN
        : Fate.SENT;
  }
}
