package io.jobhandler.agent;

import static io.jobhandler.testkit.FaultProxy.Direction.TO_CLIENT;
import static io.jobhandler.testkit.FaultProxy.Direction.TO_SERVER;

import io.jobhandler.testkit.FaultProxy;
import io.jobhandler.testkit.LinkCondition;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Makes a link bad in ever new ways, as a seed says, until it is closed. */
final class LinkChaos implements AutoCloseable {
  private static final int LONGEST_MILLIS = 200;

  /** One way to be bad. */
  private record Act(String name, Runnable run) {}

  private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
  private final List<String> done = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> failure = new CompletableFuture<>();
  private final Act recovery;
  private final List<Act> faults;
  private final Random random;

  LinkChaos(FaultProxy proxy, long seed) {
    random = new Random(seed);
    recovery = act(proxy, LinkCondition.GOOD);
    faults =
        List.of(
            act(proxy, LinkCondition.slow(Duration.ofMillis(10))),
            act(proxy, LinkCondition.sliced(50, Duration.ofMillis(1))),
            act(proxy, LinkCondition.narrow(100_000)),
            act(proxy, LinkCondition.dark(TO_SERVER, TO_CLIENT)),
            act(proxy, LinkCondition.dark(TO_SERVER)),
            act(proxy, LinkCondition.dark(TO_CLIENT)),
            new Act("reset", proxy::reset),
            new Act("end to the client", () -> proxy.halfClose(TO_CLIENT)),
            new Act("end to the service", () -> proxy.halfClose(TO_SERVER)));
  }

  private static Act act(FaultProxy proxy, LinkCondition condition) {
    return new Act(condition.toString(), () -> proxy.become(condition));
  }

  LinkChaos begin() {
    scheduler.execute(this::next);
    return this;
  }

  private void next() {
    try {
      Act act = random.nextInt(3) > 0 ? recovery : faults.get(random.nextInt(faults.size()));
      act.run().run();
      done.add(act.name());
      scheduler.schedule(this::next, random.nextInt(LONGEST_MILLIS), TimeUnit.MILLISECONDS);
    } catch (RuntimeException e) {
      failure.completeExceptionally(e);
    }
  }

  /** What was done until now. */
  List<String> done() {
    if (failure.isCompletedExceptionally()) {
      failure.join();
    }
    return done;
  }

  @Override
  public void close() {
    scheduler.shutdownNow();
  }
}
