package io.jobhandler.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.spi.ConstraintViolation;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.PayloadParameter;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Documents that are read, and do not keep the constraints of their types. */
class ViolationsTest {
  private static final ConstraintViolation SIZE =
      new ConstraintViolation("/image/size", "must be at most 1048576");
  private static final HandlerMethod METHOD = Handlers.method("x", Document.class);

  record Document(String text) {}

  private static String reason(ConstraintViolation... violations) {
    return Decoding.reasonFor(
        Handlers.finding(METHOD, violations), "{\"operation\":\"x\",\"text\":\"secret\"}");
  }

  @Test
  void namesPlaceAndRule() {
    assertThat(reason(SIZE)).isEqualTo("/image/size must be at most 1048576");
  }

  @Test
  void namesAllThatIsWrong() {
    ConstraintViolation whole = new ConstraintViolation("", "must be true");

    assertThat(reason(SIZE, whole)).isEqualTo("/image/size must be at most 1048576; must be true");
  }

  @Test
  void keepsPatternsAsTheyAreWrittenAndNoQuery() {
    ConstraintViolation pattern =
        new ConstraintViolation("/urls/https:~1~1a.b?X-Amz-Signature=1", "must match \"v?[0-9]+\"");

    assertThat(reason(pattern)).isEqualTo("/urls/https:~1~1a.b?... must match \"v?[0-9]+\"");
  }

  @Test
  void leavesRoomForOthers() {
    ConstraintViolation longName = new ConstraintViolation("/" + "a".repeat(5000), "must be true");

    assertThat(reason(longName, SIZE))
        .isEqualTo("/" + "a".repeat(119) + "... must be true; " + SIZE);
  }

  @Test
  void documentsWithPayloadsAreCheckedAsWell() {
    HandlerMethod method =
        METHOD.withPayload(new PayloadParameter("image", "/presign", "/codesign", "", false));

    assertThat(
            Decoding.reasonFor(
                Handlers.finding(method, SIZE),
                "{\"operation\":\"x\",\"text\":\"a\",\"presign\":\"https://a.b/c\"}"))
        .isEqualTo(SIZE.toString());
  }

  @Test
  void nothingIsWrongWhereADispatcherSaysNothing() {
    assertThat(Handlers.dispatcher(invocation -> null, METHOD).validate("x", Map.of())).isEmpty();
  }
}
