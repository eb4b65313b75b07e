package io.jobhandler.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadParameterTest {

  private static PayloadParameter one(String url, String codesign) {
    return new PayloadParameter("image", url, codesign, "firmware", false);
  }

  private static PayloadParameter several(String url, String codesign) {
    return new PayloadParameter("files", url, codesign, "", true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/presign", "/image/url", "/", "/a//b", "/~0~1", "/0", "/a*/*b", "/a b"})
  void takesAnyPointerForOne(String pointer) {
    assertThat(one(pointer, "/codesign").url()).isEqualTo(pointer);
    assertThat(one("/presign", pointer).codesign()).isEqualTo(pointer);
  }

  @ParameterizedTest
  @CsvSource({
    "/files/*/url, /files/*/codesign",
    "/files/*, /codesign",
    "/files/*, /signatures/*",
    "/a*/*/*b, /codesign",
  })
  void takesOneWildcardForSeveral(String url, String codesign) {
    assertThat(several(url, codesign).url()).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "presign", "#/presign", " /a", "/~", "/~2", "/a~", "/~~0"})
  void refusesWhatIsNoPointer(String pointer) {
    assertThatThrownBy(() -> one(pointer, "/codesign"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "url '%s' of payload 'image' is not a JSON pointer: write for instance \"/image/url\","
                + " with ~0 for ~ and ~1 for / in a name",
            pointer);
    assertThatThrownBy(() -> one("/presign", pointer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("codesign '%s' of payload 'image' is not a JSON pointer", pointer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/*", "/files/*", "/files/*/url", "/*/*"})
  void refusesAWildcardForOne(String pointer) {
    assertThatThrownBy(() -> one(pointer, "/codesign"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "url '%s' of payload 'image' has a *, which means several payloads: name one place, or"
                + " declare the parameter as Map<String, VerifiedPayload>",
            pointer);
    assertThatThrownBy(() -> one("/presign", pointer))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("codesign '%s' of payload 'image' has a *", pointer);
  }

  @Test
  void refusesSeveralWithoutAWildcard() {
    assertThatThrownBy(() -> several("/presign", "/codesign"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "url '/presign' of payload 'files' has no *, and a map takes several payloads: write"
                + " for instance \"/files/*/url\", or declare the parameter as VerifiedPayload");
  }

  @Test
  void refusesSeveralWildcards() {
    assertThatThrownBy(() -> several("/*/files/*", "/codesign"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("url '/*/files/*' of payload 'files' has 2 segments *: keep one");
    assertThatThrownBy(() -> several("/files/*", "/*/*/*"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("codesign '/*/*/*' of payload 'files' has 3 segments *: keep one");
  }

  @Test
  void refusesAParameterWithoutAName() {
    assertThatThrownBy(() -> new PayloadParameter("", "/a", "/b", "", false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a payload parameter has no name");
  }
}
