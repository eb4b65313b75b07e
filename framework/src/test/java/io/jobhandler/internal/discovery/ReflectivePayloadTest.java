package io.jobhandler.internal.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import io.jobhandler.JobContext;
import io.jobhandler.JobHandler;
import io.jobhandler.Payload;
import io.jobhandler.ProgressReporter;
import io.jobhandler.payload.VerifiedPayload;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.JobDispatcher;
import io.jobhandler.spi.JobInvocation;
import io.jobhandler.spi.PayloadParameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Handler methods that take payloads and were compiled without the annotation processor. */
class ReflectivePayloadTest {

  record Update(String version) {}

  /** Takes one payload and several. */
  static class Firmware {
    private @Nullable List<Object> called;

    @JobHandler(operation = "x")
    void install(
        @Payload VerifiedPayload image,
        Update document,
        @Payload(url = "/files/*/url", codesign = "/files/*/codesign", anchor = "tools")
            Map<String, VerifiedPayload> files) {
      called = List.of(image, document, files);
    }
  }

  @Test
  void describesThePayloads() {
    HandlerMethod method = ReflectiveDispatcher.of(Firmware.class).handlerMethods().get(0);

    assertThat(method.documentType()).isEqualTo(Update.class);
    assertThat(method.payloads())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("name")
        .containsExactly(
            new PayloadParameter("image", "/presign", "/codesign", "", false),
            new PayloadParameter("files", "/files/*/url", "/files/*/codesign", "tools", true));
  }

  @Test
  void passesThePayloads() throws Throwable {
    JobDispatcher<Firmware> dispatcher = ReflectiveDispatcher.of(Firmware.class);
    List<PayloadParameter> parameters = dispatcher.handlerMethods().get(0).payloads();
    VerifiedPayload image = mock(VerifiedPayload.class);
    VerifiedPayload file = mock(VerifiedPayload.class);
    Map<String, Map<String, VerifiedPayload>> payloads = new HashMap<>();
    payloads.put(parameters.get(0).name(), Map.of("", image));
    payloads.put(parameters.get(1).name(), Map.of("0", file));
    Update document = new Update("2");
    Firmware firmware = new Firmware();

    dispatcher.dispatch(
        "x",
        firmware,
        new JobInvocation(
            document, mock(JobContext.class), mock(ProgressReporter.class), payloads));

    assertThat(firmware.called).containsExactly(image, document, Map.of("0", file));
  }

  static class MarksADocument {
    @JobHandler(operation = "x")
    void run(@Payload Update document) {}
  }

  static class MarksAnotherMap {
    @JobHandler(operation = "x")
    void run(@Payload Map<String, String> files) {}
  }

  static class TakesAnUnmarkedPayload {
    @JobHandler(operation = "x")
    void run(VerifiedPayload image) {}
  }

  static class TakesUnmarkedPayloads {
    @JobHandler(operation = "x")
    void run(Map<String, VerifiedPayload> files) {}
  }

  static class PointsNowhere {
    @JobHandler(operation = "x")
    void run(@Payload(url = "presign") VerifiedPayload image) {}
  }

  static class TakesTheSameTwice {
    @JobHandler(operation = "x")
    void run(@Payload VerifiedPayload one, @Payload VerifiedPayload two) {}
  }

  @Test
  void refusesWhatItCannotCallAndSaysWhy() {
    String misplaced =
        ": @Payload belongs on a VerifiedPayload or a Map<String, VerifiedPayload>, and these need"
            + " it";
    assertRefused(MarksADocument.class, "MarksADocument.run(Update)" + misplaced);
    assertRefused(MarksAnotherMap.class, "MarksAnotherMap.run(Map)" + misplaced);
    assertRefused(
        TakesAnUnmarkedPayload.class, "TakesAnUnmarkedPayload.run(VerifiedPayload)" + misplaced);
    assertRefused(TakesUnmarkedPayloads.class, "TakesUnmarkedPayloads.run(Map)" + misplaced);
    assertRefused(
        PointsNowhere.class,
        "PointsNowhere.run(VerifiedPayload): url 'presign' of payload '%s' is not a JSON pointer:"
            + " write for instance \"/image/url\", with ~0 for ~ and ~1 for / in a name");
    assertRefused(
        TakesTheSameTwice.class,
        "TakesTheSameTwice.run(VerifiedPayload, VerifiedPayload) has two payloads with the url"
            + " '/presign': give each a url of its own");
  }

  /**
   * Checks a message, in which %s stands for the first parameter's name as the compiler kept it.
   */
  private static void assertRefused(Class<?> handlerClass, String message) {
    String name =
        List.of(handlerClass.getDeclaredMethods()).stream()
            .filter(method -> method.isAnnotationPresent(JobHandler.class))
            .findFirst()
            .orElseThrow()
            .getParameters()[0]
            .getName();
    assertThatThrownBy(() -> ReflectiveDispatcher.of(handlerClass))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message.replace("%s", name));
  }
}
