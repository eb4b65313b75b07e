package io.jobhandler.internal.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobhandler.internal.loop.Loop;
import io.jobhandler.payload.PayloadSource.Download;
import io.jobhandler.testkit.ManualScheduler;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A timer may be past its cancelling when the awaited bytes come. */
@Timeout(60)
class LateIdleTest {
  private final ManualScheduler time = new ManualScheduler();

  /** Its timers always run, as if each cancelling came too late. */
  private ScheduledExecutorService stubborn() {
    return (ScheduledExecutorService)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {ScheduledExecutorService.class},
            (proxy, method, arguments) -> {
              Object result = method.invoke(time, arguments);
              return result instanceof ScheduledFuture<?> future ? uncancellable(future) : result;
            });
  }

  private Object uncancellable(ScheduledFuture<?> future) {
    return Proxy.newProxyInstance(
        getClass().getClassLoader(),
        new Class<?>[] {ScheduledFuture.class},
        (proxy, method, arguments) ->
            method.getName().equals("cancel") ? false : method.invoke(future, arguments));
  }

  @Test
  void endsNoLaterWait() throws Exception {
    HttpPayloadSource source =
        new HttpPayloadSource(
            new Loop(stubborn(), time::nanoTime), HttpFixture.IDLE, UrlRules.strict(), null);
    CountDownLatch go = new CountDownLatch(1);
    try (ScriptedHttpServer server =
            new ScriptedHttpServer(
                (request, connection) -> {
                  connection.head("200 OK", "Content-Length: 2");
                  connection.send("x");
                  try {
                    go.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  connection.send("y");
                });
        Download download = source.open(server.url(), 0, null)) {
      assertThat(download.read(new byte[1])).isEqualTo(1);
      int before = time.waiting();
      assertThat(before).isPositive();
      time.advance(HttpFixture.IDLE); // all that waited before runs now, too late

      Running<Integer> reading = Running.start(() -> download.read(new byte[1]));
      await("it waits").until(() -> time.waiting() == 1);
      go.countDown();

      assertThat(reading.result()).isEqualTo(1);
    }
  }
}
