package io.jobhandler.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many network round trips a request costs, over a line of 50 ms each way. {@code round_trips}
 * is of describe and update in turns, as a job's requests differ; {@code
 * round_trips_same_operation} of the same request again and again.
 */
final class RoundTrip {
  private static final Duration ONE_WAY = Duration.ofMillis(50);

  private RoundTrip() {}

  static void run() throws IOException, InterruptedException {
    double roundTrip = Echo.roundTripMillis(ONE_WAY);
    try (LocalService service = LocalService.start();
        DelayProxy proxy = new DelayProxy(service.port(), ONE_WAY)) {
      for (String variant : List.of("jobhandler", "sdk")) {
        service.queue(variant, 1);
        JsonLines.print(line(variant, measure(variant, service.port(), proxy.port()), roundTrip));
      }
    }
  }

  private static JsonNode measure(String variant, int port, int proxyPort)
      throws IOException, InterruptedException {
    try (ChildProcess client =
        ChildProcess.start(
            RequestProcess.class,
            variant,
            Integer.toString(port),
            Integer.toString(proxyPort),
            variant)) {
      return client.answer(Connections.TIMEOUT);
    }
  }

  private static Map<String, Object> line(String variant, JsonNode said, double roundTrip) {
    double request = said.required("alternatingMillis").doubleValue();
    double repeated = said.required("repeatedMillis").doubleValue();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("benchmark", "round-trip");
    line.put("variant", variant);
    line.put("round_trips", Distribution.round(request / roundTrip, 2));
    line.put("round_trips_same_operation", Distribution.round(repeated / roundTrip, 2));
    line.put("median_ms", Distribution.round(request, 1));
    line.put("round_trip_ms", Distribution.round(roundTrip, 1));
    return line;
  }
}
