package io.jobhandler.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.ReasonCode;
import io.jobhandler.internal.fixture.SigningKey;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A signature has one form; whatever is changed in it, nothing else passes. */
class SignatureFormatTest {
  private static final byte[] PAYLOAD = "payload".getBytes(StandardCharsets.UTF_8);
  private static final SigningKey KEY = SigningKey.p256();
  private static final TrustAnchor ANCHOR = KEY.anchor("vendor");
  private static final BigInteger N =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

  private static @Nullable String reasonCode(String signature) throws Exception {
    try {
      CodeSignature declared = new CodeSignature(PAYLOAD.length, signature, "SHA256withECDSA");
      Verifying.verify(ANCHOR, declared, PAYLOAD);
      return null;
    } catch (PayloadRefusedException e) {
      return e.reasonCode();
    }
  }

  private static void assertRefused(byte[] der) throws Exception {
    assertThat(reasonCode(Base64.getEncoder().encodeToString(der)))
        .as(() -> HexFormat.of().formatHex(der))
        .isEqualTo(ReasonCode.SIGNATURE_INVALID);
  }

  /** Refused before any byte of the payload came. */
  private static boolean isMalformed(String base64) throws PayloadRefusedException {
    CodeSignature declared = new CodeSignature(PAYLOAD.length, base64, "SHA256withECDSA");
    return Verifying.refusal(() -> PayloadVerification.of("image", declared, ANCHOR, 100)) != null;
  }

  private static boolean isMalformed(byte[] der) throws PayloadRefusedException {
    return isMalformed(Base64.getEncoder().encodeToString(der));
  }

  static IntStream seeds() {
    return IntStream.range(0, 4);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isRefusedWithAnyByteChanged(int seed) throws Exception {
    Random random = new Random(seed);
    byte[] der = KEY.signature(PAYLOAD);
    for (int i = 0; i < der.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        assertRefused(changed(der, i, der[i] ^ (1 << bit)));
      }
      assertRefused(changed(der, i, der[i] + 1 + random.nextInt(255)));
    }
  }

  private static byte[] changed(byte[] der, int index, int value) {
    byte[] copy = der.clone();
    copy[index] = (byte) value;
    return copy;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isRefusedWithAnyByteMoreOrLess(int seed) throws Exception {
    Random random = new Random(seed);
    byte[] der = KEY.signature(PAYLOAD);
    for (int i = 0; i <= der.length; i++) {
      assertRefused(
          joined(Arrays.copyOf(der, i), new byte[] {(byte) random.nextInt()}, rest(der, i)));
      assertRefused(joined(Arrays.copyOf(der, i), new byte[] {0}, rest(der, i)));
      if (i < der.length) {
        assertRefused(Arrays.copyOf(der, i));
        assertRefused(joined(Arrays.copyOf(der, i), rest(der, i + 1)));
      }
    }
  }

  private static byte[] rest(byte[] bytes, int from) {
    return Arrays.copyOfRange(bytes, from, bytes.length);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Stream.of(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isRefusedWithAnyCharacterChanged(int seed) throws Exception {
    Random random = new Random(seed);
    String text = KEY.sign(PAYLOAD).signature();
    String characters = "ABCDwxyz0189+/=-_ \r\n\t?%\u0000\u00c4";
    for (int i = 0; i < text.length(); i++) {
      char other = characters.charAt(random.nextInt(characters.length()));
      if (other != text.charAt(i)) {
        assertThat(reasonCode(text.substring(0, i) + other + text.substring(i + 1)))
            .isEqualTo(ReasonCode.SIGNATURE_INVALID);
      }
      assertThat(reasonCode(text.substring(0, i) + other + text.substring(i)))
          .isEqualTo(ReasonCode.SIGNATURE_INVALID);
    }
    assertThat(reasonCode(text)).isNull();
  }

  @Test
  void takesNumbersFromOneToTheOrderLessOne() throws Exception {
    BigInteger one = BigInteger.ONE;
    BigInteger last = N.subtract(one);

    assertThat(isMalformed(der(one, one))).isFalse();
    assertThat(isMalformed(der(last, last))).isFalse();
    for (BigInteger wrong : new BigInteger[] {BigInteger.ZERO, one.negate(), N, N.add(one)}) {
      assertThat(isMalformed(der(wrong, one))).isTrue();
      assertThat(isMalformed(der(one, wrong))).isTrue();
    }
  }

  private static byte[] der(BigInteger r, BigInteger s) {
    byte[] both = joined(integer(r.toByteArray()), integer(s.toByteArray()));
    return joined(new byte[] {0x30, (byte) both.length}, both);
  }

  private static byte[] integer(byte[] value) {
    return joined(new byte[] {2, (byte) value.length}, value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // nothing
        "30", // half
        "3000", // no number
        "3003020101", // one number
        "3009020101020101020101", // three numbers
        "308106020101020101", // a length in its long form
        "30820006020101020101", // and longer
        "3080020101020101" + "0000", // without a length
        "300702020001020101", // a number with a zero before it
        "30080281010102810101", // lengths of numbers in their long form
        "300602010102010100", // something behind it
        "3007020101020101" + "00", // something behind it, inside
        "3106020101020101", // a set
        "3006030101020101", // a bit string
        "3006020101040101", // an octet string
        "30060201010201", // cut
        "2406020101020101",
        "020101",
        "0500",
      })
  void hasOneForm(String hex) throws Exception {
    assertThat(isMalformed(Verifying.hex(hex))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MAYCAQECAQE", // no padding
        "MAYCAQECAQE==", // too much of it
        "MAYCAQECAQF=", // stray bits, which the JDK lets pass
        "MAYCAQECAQE=\n", // a line's end
        "MAYC\nAQECAQE=", // two lines
        " MAYCAQECAQE=", // a space
        "MAYCAQECAQE=AAAA", // goes on
        "MAYC_-ECAQE=", // the URL's alphabet
      })
  void hasOneText(String base64) throws Exception {
    assertThat(isMalformed("MAYCAQECAQE=")).isFalse();
    assertThat(isMalformed(base64)).isTrue();
  }
}
