package io.jobhandler.internal.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.jobhandler.internal.loop.Loop;
import io.jobhandler.payload.PresignedUrl;
import io.jobhandler.testkit.ManualScheduler;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mockito.ArgumentMatchers;

/** What the HTTP client is asked for, which no server can see. */
@Timeout(60)
class HttpExchangeTest {
  private final ManualScheduler time = new ManualScheduler();
  private final CompletableFuture<HttpResponse<Void>> response = new CompletableFuture<>();
  private final HttpExchange exchange =
      new HttpExchange(
          PresignedUrl.of("https://bucket.example/image"),
          new Loop(time, time::nanoTime),
          HttpFixture.IDLE);
  private final Counting subscription = new Counting();
  private HttpResponse.@Nullable BodyHandler<Void> handler;

  /** Counts how much of the body it was asked for. */
  private static final class Counting implements Flow.Subscription {
    private long requested;
    private boolean cancelled;

    @Override
    public void request(long count) {
      requested += count;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }

  @BeforeEach
  void begin() {
    HttpClient client = mock();
    when(client.sendAsync(any(), ArgumentMatchers.<HttpResponse.BodyHandler<Void>>any()))
        .thenAnswer(
            call -> {
              handler = call.getArgument(1);
              return response;
            });
    exchange.begin(client, mock(HttpRequest.class));
  }

  private BodySubscriber<Void> answer() {
    if (handler == null) {
      throw new IllegalStateException("nothing was sent");
    }
    return handler.apply(mock(ResponseInfo.class));
  }

  private static List<ByteBuffer> piece() {
    return List.of(ByteBuffer.wrap(new byte[10]));
  }

  @Test
  void asksForOnePieceAfterTheOther() throws Exception {
    BodySubscriber<Void> body = answer();
    body.onSubscribe(subscription);
    exchange.head();
    assertThat(subscription.requested).isEqualTo(1);

    for (int i = 2; i < 5; i++) {
      body.onNext(piece());
      assertThat(subscription.requested).isEqualTo(i - 1);
      exchange.body();
      assertThat(subscription.requested).isEqualTo(i);
    }
    assertThat(subscription.cancelled).isFalse();
  }

  @Test
  void cancelsABodyThatBeginsTooLate() {
    BodySubscriber<Void> body = answer();
    exchange.close();

    body.onSubscribe(subscription);

    assertThat(subscription.cancelled).isTrue();
    assertThat(subscription.requested).isZero();
    assertThat(response).isCancelled();
  }

  @Test
  void cancelsABodyUnderWay() {
    answer().onSubscribe(subscription);

    exchange.close();

    assertThat(subscription.cancelled).isTrue();
  }
}
