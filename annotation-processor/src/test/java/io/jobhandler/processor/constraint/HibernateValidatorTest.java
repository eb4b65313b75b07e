package io.jobhandler.processor.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.jobhandler.processor.CompiledHandlers;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path.Node;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated checks find what Hibernate Validator finds in the same objects. */
class HibernateValidatorTest {
  private final ObjectMapper mapper = new ObjectMapper().registerModule(new Jdk8Module());

  @TempDir private Path directory;

  @Test
  void sameViolations() throws Exception {
    ValueTable table = ValueTable.read();
    SoftAssertions softly = new SoftAssertions();
    int compared = 0;
    try (ValidatorFactory factory = factory();
        CompiledHandlers compiled =
            CompiledHandlers.of(directory, "test.Handlers", table.handlers())) {
      for (int i = 0; i < table.rows().size(); i++) {
        Class<?> type = compiled.type("test.Handlers$Doc" + i);
        List<String> row = table.rows().get(i);
        for (String json : row.subList(1, row.size())) {
          Object document = mapper.readValue("{\"value\": " + json + "}", type);
          softly
              .assertThat(compiled.violations(String.valueOf(i), document))
              .as("%s = %s", row.get(0), json)
              .containsExactlyInAnyOrderElementsOf(expected(factory.getValidator(), document));
          compared++;
        }
      }
    }
    softly.assertAll();
    assertThat(compared).isGreaterThan(350);
  }

  private static ValidatorFactory factory() {
    return Validation.byDefaultProvider()
        .configure()
        .messageInterpolator(new ParameterMessageInterpolator())
        .buildValidatorFactory();
  }

  private static List<String> expected(Validator validator, Object document) {
    return validator.validate(document).stream()
        .map(violation -> pointer(violation) + " " + violation.getMessage())
        .toList();
  }

  private static String pointer(ConstraintViolation<?> violation) {
    StringBuilder pointer = new StringBuilder();
    StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
        .forEach(node -> pointer.append(segments(node)));
    return pointer.toString();
  }

  private static String segments(Node node) {
    String container = "";
    if (node.isInIterable()) {
      Object key = node.getIndex() == null ? node.getKey() : node.getIndex();
      container = "/" + String.valueOf(key).replace("~", "~0").replace("/", "~1");
    }
    return node.getKind() == ElementKind.PROPERTY ? container + "/" + node.getName() : container;
  }
}
