package io.jobhandler.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.MapException;
import io.jobhandler.OnInterrupt;
import io.jobhandler.spi.ExceptionMapping;
import io.jobhandler.spi.HandlerPolicy;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles a handler, loads its dispatcher and asks what it says of retries and exceptions. */
class GeneratedPolicyTest {
  @TempDir private Path directory;

  @Test
  void everythingThatTheAnnotationSays() throws Exception {
    assertThat(
            policyOf(
                "",
                """
                @JobHandler(
                    operation = "a",
                    onInterrupt = OnInterrupt.FAIL,
                    maxAttempts = 100,
                    retryOn = {java.net.SocketException.class, InterruptedException.class},
                    backoff = "PT1M",
                    exclusive = true)
                """))
        .isEqualTo(
            new HandlerPolicy(
                OnInterrupt.FAIL,
                100,
                List.of(SocketException.class, InterruptedException.class),
                Duration.ofMinutes(1),
                true,
                List.of()));
  }

  @Test
  void nothingWhereTheAnnotationSaysNothing() throws Exception {
    assertThat(policyOf("", "@JobHandler(operation = \"a\")")).isEqualTo(HandlerPolicy.unset());
  }

  @Test
  void mappingsInTheOrderInWhichTheyCount() throws Exception {
    HandlerPolicy policy =
        policyOf(
            """
            @MapException(type = java.net.ConnectException.class, reasonCode = "OF_CLASS")
            @MapException(type = RuntimeException.class, reasonCode = "BUG")
            """,
            """
            @JobHandler(operation = "a")
            @MapException(type = Throwable.class, reasonCode = "ALL")
            @MapException(type = java.io.IOException.class, reasonCode = "IO")
            @MapException(type = Error.class, reasonCode = "ERROR")
            @MapException(
                type = java.net.SocketException.class,
                status = MapException.Status.REJECTED,
                reasonCode = "SOCKET")
            """);

    assertThat(policy.mappings())
        .containsExactly(
            new ExceptionMapping(SocketException.class, MapException.Status.REJECTED, "SOCKET"),
            failed(IOException.class, "IO"),
            failed(Error.class, "ERROR"),
            failed(Throwable.class, "ALL"),
            failed(RuntimeException.class, "BUG"),
            failed(ConnectException.class, "OF_CLASS"));
  }

  @Test
  void aMappingOfTheClassAlone() throws Exception {
    HandlerPolicy policy =
        policyOf(
            "@MapException(type = Exception.class, reasonCode = \"ANY\")",
            "@JobHandler(operation = \"a\")");

    assertThat(policy).isEqualTo(HandlerPolicy.unset().withMapping(failed(Exception.class, "ANY")));
  }

  private static ExceptionMapping failed(Class<? extends Throwable> type, String reasonCode) {
    return new ExceptionMapping(type, MapException.Status.FAILED, reasonCode);
  }

  private HandlerPolicy policyOf(String onClass, String onMethod) throws Exception {
    String text =
        """
        package test; import io.jobhandler.*;
        %sclass Handlers {
          %s void handle() {}
          @JobHandler(operation = "b") void other() {}
        }
        """
            .formatted(onClass, onMethod);
    try (CompiledHandlers compiled = CompiledHandlers.of(directory, "test.Handlers", text)) {
      return compiled.dispatcher().handlerMethods().get(0).policy();
    }
  }
}
