package io.jobhandler.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.jobhandler.JobResult;
import io.jobhandler.MapException;
import io.jobhandler.ProgressReporter;
import io.jobhandler.spi.ExceptionMapping;
import io.jobhandler.spi.JobInvocation;
import io.jobhandler.testing.TestJobContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConnectivityHandlerTest {
  private static final ProgressReporter NO_REPORTS =
      new ProgressReporter() {
        @Override
        public void report(int percent) {}

        @Override
        public void report(int percent, String step) {}
      };

  private HttpServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  /** As the agent calls it: the dispatcher waits for the answer. */
  private JobResult check() throws Throwable {
    URI uri = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    return new ConnectivityHandler_JobDispatcher()
        .dispatch(
            "connectivity_check",
            new ConnectivityHandler(HttpClient.newHttpClient(), uri),
            new JobInvocation(null, TestJobContext.of("connectivity_check"), NO_REPORTS));
  }

  @Test
  void saysWhatTheServerAnswered() throws Throwable {
    Map<String, String> details = ((JobResult.Succeeded) check()).details();

    assertThat(details).containsOnlyKeys("status", "took").containsEntry("status", "204");
    assertThat(details.get("took")).startsWith("PT");
  }

  @Test
  void failsWhereTheServerIsNotThere() {
    server.stop(0);

    assertThatThrownBy(this::check).isInstanceOf(IOException.class);
    assertThat(new ConnectivityHandler_JobDispatcher().handlerMethods())
        .singleElement()
        .extracting(method -> method.policy().mappingOf(new IOException()))
        .isEqualTo(
            new ExceptionMapping(
                IOException.class, MapException.Status.FAILED, "SERVER_NOT_REACHED"));
  }
}
