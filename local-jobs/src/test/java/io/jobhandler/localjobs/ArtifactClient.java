package io.jobhandler.localjobs;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The JDK's HTTP client, as a device or a developer would use it. */
final class ArtifactClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private final HttpClient client = HttpClient.newHttpClient();

  HttpResponse<byte[]> get(URI url, String... headers) throws IOException, InterruptedException {
    return send("GET", url, headers);
  }

  HttpResponse<byte[]> head(URI url, String... headers) throws IOException, InterruptedException {
    return send("HEAD", url, headers);
  }

  HttpResponse<byte[]> send(String method, URI url, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(TIMEOUT);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(
        request.method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofByteArray());
  }

  HttpResponse<String> put(URI url, HttpRequest.BodyPublisher body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(url).timeout(TIMEOUT).expectContinue(true).PUT(body).build(),
        BodyHandlers.ofString());
  }

  <T> HttpResponse<T> get(URI url, HttpResponse.BodyHandler<T> body)
      throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(url).timeout(TIMEOUT).build(), body);
  }
}
