package io.jobhandler.examples.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirmwareImageTest {
  @Test
  void readsTheVersionThatItsHeaderNames() throws IOException {
    assertThat(FirmwareImage.version(new ByteArrayInputStream(FirmwareImage.header(17))))
        .isEqualTo(17);
  }

  @Test
  void tellsAnImageThatDoesNotStart() throws IOException {
    byte[] broken = FirmwareImage.brokenHeader(17);

    assertThat(FirmwareImage.version(new ByteArrayInputStream(broken))).isEqualTo(17);
    assertThat(FirmwareImage.starts(new ByteArrayInputStream(broken))).isFalse();
    assertThat(FirmwareImage.starts(new ByteArrayInputStream(FirmwareImage.header(17)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "FIRMWARE 2",
        "FIRMWARE \n",
        "FIRMWARE two\n",
        "FIRMWARE BROKEN\n",
        "SOFTWARE 2\n",
        "X\n",
        "FIRMWARE 000000000000000000000000000000000000002\n"
      })
  void refusesWhatDoesNotBeginLikeAnImage(String text) {
    ByteArrayInputStream image = new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));

    assertThatThrownBy(() -> FirmwareImage.version(image))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not a firmware image");
  }
}
