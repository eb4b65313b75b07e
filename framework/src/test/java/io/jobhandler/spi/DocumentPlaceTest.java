package io.jobhandler.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DocumentPlaceTest {
  private final DocumentPlace root = DocumentPlace.root();

  private List<String> violations() {
    return root.violations().stream().map(ConstraintViolation::toString).toList();
  }

  private static void refuse(@Nullable Object value, DocumentPlace at) {
    at.require(false, "must not be " + value);
  }

  @Test
  void whatIsKeptLeavesNoTrace() {
    root.member("a").require(true, "must be");

    assertThat(violations()).isEmpty();
  }

  @Test
  void pointersAreEscaped() {
    root.require(false, "must be");
    root.member("a/b").member("~").require(false, "must be");

    assertThat(violations()).containsExactly("must be", "/a~1b/~0 must be");
  }

  @Test
  void elementsHaveTheirIndex() {
    root.member("l").elements(Arrays.asList("x", null), DocumentPlaceTest::refuse);
    root.member("a").elements(new String[] {"y"}, DocumentPlaceTest::refuse);

    assertThat(violations())
        .containsExactly("/l/0 must not be x", "/l/1 must not be null", "/a/0 must not be y");
  }

  @Test
  void valuesAndKeysHaveTheirName() {
    root.member("v").values(Map.of("k", 1), DocumentPlaceTest::refuse);
    root.member("k").keys(Map.of(TimeUnit.DAYS, 1), DocumentPlaceTest::refuse);

    assertThat(violations()).containsExactly("/v/k must not be 1", "/k/DAYS must not be DAYS");
  }

  @Test
  void contentIsWhereTheOptionalIs() {
    root.member("o").content(Optional.of("x"), DocumentPlaceTest::refuse);
    root.member("e").content(Optional.empty(), DocumentPlaceTest::refuse);

    assertThat(violations()).containsExactly("/o must not be x", "/e must not be null");
  }

  @Test
  void objectsAreOfOneClassExactly() {
    root.exactly(1, Integer.class, DocumentPlaceTest::refuse);
    root.exactly(2, Number.class, DocumentPlaceTest::refuse);
    root.exactly(null, Integer.class, DocumentPlaceTest::refuse);

    assertThat(violations()).containsExactly("must not be 1");
  }

  @Test
  @SuppressWarnings("NullOptional") // what a bean holds whose property is missing in JSON
  void nullHoldsNothing() {
    root.elements((List<String>) null, DocumentPlaceTest::refuse);
    root.elements((String[]) null, DocumentPlaceTest::refuse);
    root.values(null, DocumentPlaceTest::refuse);
    root.keys(null, DocumentPlaceTest::refuse);
    root.content(null, DocumentPlaceTest::refuse);

    assertThat(violations()).isEmpty();
  }

  @Test
  void keepsSoManyAndNoMore() {
    root.elements(IntStream.range(0, 60_000).boxed().toList(), DocumentPlaceTest::refuse);

    assertThat(violations()).hasSize(DocumentPlace.MAX_VIOLATIONS).startsWith("/0 must not be 0");
  }
}
