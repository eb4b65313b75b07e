package io.jobhandler.internal.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jobhandler.JobHandler;
import io.jobhandler.MapException;
import io.jobhandler.OnInterrupt;
import io.jobhandler.spi.ExceptionMapping;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.HandlerPolicy;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a handler without a generated dispatcher says of retries, exceptions and its company. */
class ReflectivePolicyTest {

  static final class Handlers {
    @JobHandler(
        operation = "everything",
        onInterrupt = OnInterrupt.RERUN,
        maxAttempts = 100,
        retryOn = {SocketException.class, IOException.class},
        backoff = "PT1M",
        exclusive = true)
    void everything() {}

    @JobHandler(operation = "nothing")
    void nothing() {}
  }

  @Test
  void takesOverWhatTheAnnotationSays() {
    assertThat(policyOf(Handlers.class, "everything"))
        .isEqualTo(
            new HandlerPolicy(
                OnInterrupt.RERUN,
                100,
                List.of(SocketException.class, IOException.class),
                Duration.ofMinutes(1),
                true,
                List.of()));
    assertThat(policyOf(Handlers.class, "nothing")).isEqualTo(HandlerPolicy.unset());
  }

  @MapException(type = ConnectException.class, reasonCode = "OF_CLASS")
  @MapException(type = RuntimeException.class, reasonCode = "BUG")
  static final class Mapped {
    @JobHandler(operation = "both")
    @MapException(type = Throwable.class, reasonCode = "ALL")
    @MapException(type = IOException.class, reasonCode = "IO")
    @MapException(type = Error.class, reasonCode = "ERROR")
    @MapException(
        type = SocketException.class,
        status = MapException.Status.REJECTED,
        reasonCode = "SOCKET")
    void both() {}

    @JobHandler(operation = "class")
    void ofClass() {}
  }

  @Test
  void mapsExceptionsInTheOrderInWhichTheMappingsCount() {
    assertThat(policyOf(Mapped.class, "both").mappings())
        .containsExactly(
            new ExceptionMapping(SocketException.class, MapException.Status.REJECTED, "SOCKET"),
            failed(IOException.class, "IO"),
            failed(Error.class, "ERROR"),
            failed(Throwable.class, "ALL"),
            failed(RuntimeException.class, "BUG"),
            failed(ConnectException.class, "OF_CLASS"));
    assertThat(policyOf(Mapped.class, "class").mappings())
        .containsExactly(
            failed(RuntimeException.class, "BUG"), failed(ConnectException.class, "OF_CLASS"));
  }

  static final class TooOften {
    @JobHandler(operation = "x", maxAttempts = 101)
    void run() {}
  }

  static final class WaitsTooLong {
    @JobHandler(operation = "x", backoff = "PT2H")
    void run() {}
  }

  static final class WaitsForever {
    @JobHandler(operation = "x", backoff = "forever")
    void run() {}
  }

  static final class MapsToNoCode {
    @JobHandler(operation = "x")
    @MapException(type = IOException.class, reasonCode = "no code")
    void run() {}
  }

  @MapException(type = IOException.class, reasonCode = "ONE")
  @MapException(type = Exception.class, reasonCode = "OTHER")
  @MapException(type = IOException.class, reasonCode = "TWO")
  static final class MapsTwice {
    @JobHandler(operation = "x")
    void run() {}
  }

  @Test
  void refusesWhatIsOutOfRangeAndSaysWhere() {
    assertRefused(
        TooOften.class, "TooOften.run(): maxAttempts is 101, expected 1 to 100, or 0 for unset");
    assertRefused(
        WaitsTooLong.class,
        "WaitsTooLong.run(): backoff is PT2H, expected more than zero, up to PT1H");
    assertRefused(
        WaitsForever.class,
        "WaitsForever.run(): backoff 'forever' is not an ISO-8601 duration, for instance PT5S");
    assertRefused(
        MapsToNoCode.class,
        "@MapException on MapsToNoCode.run(): reason code 'no code' is not 1 to 128 characters of"
            + " [A-Z0-9_], for instance BATTERY_LOW");
    assertRefused(MapsTwice.class, "IOException is mapped twice on MapsTwice");
  }

  private static ExceptionMapping failed(Class<? extends Throwable> type, String reasonCode) {
    return new ExceptionMapping(type, MapException.Status.FAILED, reasonCode);
  }

  private static HandlerPolicy policyOf(Class<?> handlerClass, String operation) {
    return ReflectiveDispatcher.of(handlerClass).handlerMethods().stream()
        .filter(method -> method.operation().equals(operation))
        .map(HandlerMethod::policy)
        .findFirst()
        .orElseThrow();
  }

  private static void assertRefused(Class<?> handlerClass, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReflectiveDispatcher.of(handlerClass))
        .withMessage(message);
  }
}
