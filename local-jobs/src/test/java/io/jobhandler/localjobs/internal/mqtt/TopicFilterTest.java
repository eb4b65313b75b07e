package io.jobhandler.localjobs.internal.mqtt;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicFilterTest {
  @ParameterizedTest
  @CsvSource({
    "a/b, a/b, true",
    "a/b, a/b/c, false",
    "a/b, a, false",
    "a/+, a/b, true",
    "a/+, a/, true",
    "a/+, a, false",
    "a/+, a/b/c, false",
    "a/+/c, a/b/c, true",
    "a/#, a, true",
    "a/#, a/b/c, true",
    "a/#, b, false",
    "#, a/b, true",
    "+, a, true",
    "#, $aws/a, false",
    "+/a, $aws/a, false",
    "$aws/#, $aws/a, true",
    "$aws/+/b, $aws/a/b, true",
    "/+, /a, true"
  })
  void matches(String filter, String topic, boolean expected) {
    TopicFilter parsed = requireNonNull(TopicFilter.parse(filter));
    assertThat(parsed.matches(topic)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/#/b", "a#", "a/b+", "+a/b", "##"})
  void refusesMisplacedWildcards(String filter) {
    assertThat(TopicFilter.parse(filter)).isNull();
  }
}
