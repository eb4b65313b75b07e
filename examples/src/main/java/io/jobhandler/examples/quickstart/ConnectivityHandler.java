package io.jobhandler.examples.quickstart;

import io.jobhandler.JobHandler;
import io.jobhandler.MapException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Asks the maker's server whether it can be reached, on the HTTP client's own threads. */
public final class ConnectivityHandler {
  private final HttpClient client;
  private final URI server;

  /**
   * Makes a handler.
   *
   * @param client speaks to the server
   * @param server what is asked; the job does not choose it
   */
  public ConnectivityHandler(HttpClient client, URI server) {
    this.client = client;
    this.server = server;
  }

  record Answer(int status, Duration took) {}

  @JobHandler(operation = "connectivity_check", stepTimeout = "PT30S")
  @MapException(type = IOException.class, reasonCode = "SERVER_NOT_REACHED")
  CompletionStage<Answer> check() {
    long start = System.nanoTime();
    return client
        .sendAsync(HttpRequest.newBuilder(server).build(), HttpResponse.BodyHandlers.discarding())
        .thenApply(response -> new Answer(response.statusCode(), since(start)));
  }

  private static Duration since(long start) {
    return Duration.ofMillis((System.nanoTime() - start) / 1_000_000);
  }
}
