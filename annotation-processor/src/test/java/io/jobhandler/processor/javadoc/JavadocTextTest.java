package io.jobhandler.processor.javadoc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavadocTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Plain.                                  | Plain.
          Two\\nlines   and blanks                 | Two lines and blanks
          {@code List<String>} of &lt;b&gt; &amp; | List<String> of <b> &
          {@link java.util.Map#get the value}     | the value
          {@link java.util.Map#get}               | Map.get
          {@link #stop()}                         | stop()
          {@literal @}Override, <b>bold</b>       | @Override, bold
          {@inheritDoc} x                         | x
          a<p>b</p>                               | a\\n\\nb
          <ul><li>a<li>b</ul>                     | - a\\n\\n- b
          1 < 2 and 3 > 2                         | 1 < 2 and 3 > 2
          """)
  void isPlain(String comment, String plain) {
    assertThat(JavadocText.plain(comment.replace("\\n", "\n")))
        .isEqualTo(plain.replace("\\n", "\n"));
  }
}
