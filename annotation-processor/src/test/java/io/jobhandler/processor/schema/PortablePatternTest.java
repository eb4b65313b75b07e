package io.jobhandler.processor.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.processor.constraint.Constraint;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortablePatternTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc",
        "[a-z]+-[0-9]",
        "[^\\\\/:]*",
        "(?:a|b)?c{2,3}\\d*?",
        "^\\w+\\.\\u00e4$",
        "(?=.{3})(?!no).*",
        "[\\w.-]+@[\\]x]"
      })
  void meansTheSame(String regex) {
    assertThat(PortablePattern.of(new Constraint.Pattern(regex, 0)))
        .contains("^(?:" + regex + ")$");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?i)yes",
        "a*+",
        "a{2}+",
        "(?>a)",
        "(?<=a)b",
        "\\p{Alpha}",
        "\\Qa.b\\E",
        "[a-z&&[^x]]",
        "[a[b]]",
        "\\h",
        "\\R",
        "\\Aa\\z",
        "\\x41"
      })
  void isLeftOut(String regex) {
    assertThat(PortablePattern.of(new Constraint.Pattern(regex, 0))).isEmpty();
  }

  @Test
  void flagsAreJavas() {
    assertThat(PortablePattern.of(new Constraint.Pattern("a", Pattern.CASE_INSENSITIVE))).isEmpty();
  }
}
