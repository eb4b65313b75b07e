package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.errorsInHandlers;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepNameCheckTest {
  private static final String FIX =
      ": write 1 to 1024 printable characters, for instance \"write image\"";

  @Test
  void aBlankName() {
    assertThat(errorsFor("@Progress(\nstep = \"  \") void write() {}"))
        .containsExactly(
            "Handlers.java:5 [JH047] the step's name of Handlers.write() is blank" + FIX);
  }

  @Test
  void aMethodWhoseNameHasNoWord() {
    assertThat(errorsFor("@Progress\nvoid __() {}"))
        .containsExactly("Handlers.java:4 [JH047] the step's name of Handlers.__() is blank" + FIX);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\t", "\\u200b", "a\\nb", "\\ud800"})
  void aControlCharacter(String text) {
    assertThat(errorsFor("@Progress(step = \"write" + text + "\") void write() {}"))
        .containsExactly(
            "Handlers.java:4 [JH047] the step's name of Handlers.write() has a control character,"
                + " which the service refuses"
                + FIX);
  }

  @Test
  void aNameThatIsTooLong() {
    assertThat(errorsFor("@Progress(step = \"" + "x".repeat(1025) + "\") void write() {}"))
        .containsExactly(
            "Handlers.java:4 [JH047] the step's name of Handlers.write() has 1025 characters"
                + FIX);
    assertThat(errorsFor("@Progress(step = \"" + "x".repeat(1024) + "\") void write() {}"))
        .isEmpty();
  }

  @Test
  void twoStepsWithOneName() {
    assertThat(
            errorsFor(
                """
                @Progress void writeImage() {}
                @Progress(
                    step = "write image") void write() {}
                @Progress void writeImage(int number) {}
                """))
        .containsExactly(
            "Handlers.java:6 [JH046] step 'write image' of Handlers.write() is also that of"
                + " Handlers.writeImage(): give one of them another name",
            "Handlers.java:7 [JH046] step 'write image' of Handlers.writeImage(int) is also that of"
                + " Handlers.writeImage(): give one of them another name");
  }

  @ParameterizedTest
  @CsvSource({
    "writeImage, write image, WRITE_IMAGE",
    "readURLList, read URL list, READ_URL_LIST",
    "verifySHA256Now, verify SHA256 now, VERIFY_SHA256_NOW",
    "x, x, X",
    "_2nd_try, 2nd try, STEP_2ND_TRY",
    "prüfeGröße, prüfe größe, PRÜFE_GRÖSSE"
  })
  void namesOfMethodsInWords(String method, String words, String constant) {
    assertThat(StepName.inWords(method)).isEqualTo(words);
    assertThat(StepName.ofConstant(method)).isEqualTo(constant);
  }

  private static List<String> errorsFor(String steps) {
    return errorsInHandlers("@JobHandler(operation = \"a\") void handle() {}\n" + steps);
  }
}
