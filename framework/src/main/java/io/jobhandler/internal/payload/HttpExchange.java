package io.jobhandler.internal.payload;

import io.jobhandler.internal.loop.Loop;
import io.jobhandler.payload.PresignedUrl;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer: the HTTP client's threads put in what happens, one thread waits for
 * it and takes it out. At most one piece of the body waits here while another is used, since the
 * next is asked for when one is taken.
 */
final class HttpExchange implements AutoCloseable {

  /** What can happen. */
  private sealed interface Event {}

  private record Head(ResponseInfo info) implements Event {}

  private record Body(List<ByteBuffer> bytes) implements Event {}

  /** The body's end; or a proxy's answer, of which the client shows the status alone. */
  private record End(int status) implements Event {}

  private record Failure(Throwable cause) implements Event {}

  /** The time of a wait, by its number, is over; an earlier one's may come late. */
  private record Idle(int number) implements Event {}

  private final PresignedUrl url;
  private final Loop loop;
  private final Duration idleTimeout;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Inflow inflow = new Inflow();
  private @Nullable CompletableFuture<?> response;
  private int waits;

  HttpExchange(PresignedUrl url, Loop loop, Duration idleTimeout) {
    this.url = url;
    this.loop = loop;
    this.idleTimeout = idleTimeout;
  }

  void begin(HttpClient client, HttpRequest request) {
    CompletableFuture<HttpResponse<Void>> sent = client.sendAsync(request, this::onHead);
    response = sent;
    sent.whenComplete(
        (done, failure) ->
            events.add(failure == null ? new End(done.statusCode()) : new Failure(failure)));
  }

  private BodySubscriber<Void> onHead(ResponseInfo info) {
    events.add(new Head(info));
    return BodySubscribers.fromSubscriber(inflow);
  }

  /** Waits for the answer's status and headers. */
  ResponseInfo head() throws IOException, InterruptedException {
    Event event = next();
    if (event instanceof Head head) {
      return head.info();
    }
    throw new IOException(
        event instanceof End end
            ? "the proxy answered " + end.status()
            : "the body came before the headers");
  }

  /** Waits for the next piece of the body; empty at its end. */
  List<ByteBuffer> body() throws IOException, InterruptedException {
    if (next() instanceof Body body) {
      inflow.ask();
      return body.bytes();
    }
    return List.of();
  }

  private Event next() throws IOException, InterruptedException {
    Event event = await();
    if (event instanceof Failure failure) {
      throw new IOException(FaultText.of(failure.cause(), url)); // without the cause, see there
    }
    if (event instanceof Idle) {
      throw new IOException("nothing came for " + idleTimeout);
    }
    return event;
  }

  private Event await() throws InterruptedException {
    waits++;
    Event event = events.poll();
    if (event != null && !isLate(event)) {
      return event;
    }
    int wait = waits;
    Loop.Timer timer = loop.schedule(idleTimeout, () -> events.add(new Idle(wait)));
    try {
      do {
        event = events.take();
      } while (isLate(event));
      return event;
    } finally {
      timer.cancel();
    }
  }

  private boolean isLate(Event event) {
    return event instanceof Idle idle && idle.number() != waits;
  }

  /** Closes the connection unless the answer is complete. */
  @Override
  public void close() {
    inflow.cancel();
    if (response != null) {
      response.cancel(true);
    }
  }

  /** The body, as the HTTP client hands it over. */
  private final class Inflow implements Flow.Subscriber<List<ByteBuffer>> {
    private Flow.@Nullable Subscription subscription;
    private boolean cancelled;

    @Override
    public synchronized void onSubscribe(Flow.Subscription given) {
      subscription = given;
      if (cancelled) {
        given.cancel();
      } else {
        given.request(1);
      }
    }

    synchronized void ask() {
      if (subscription != null) {
        subscription.request(1);
      }
    }

    synchronized void cancel() {
      cancelled = true;
      if (subscription != null) {
        subscription.cancel();
      }
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
      events.add(new Body(bytes));
    }

    @Override
    public void onError(Throwable failure) {
      // The whole response fails, too.
    }

    @Override
    public void onComplete() {
      // The whole response is complete, too.
    }
  }
}
