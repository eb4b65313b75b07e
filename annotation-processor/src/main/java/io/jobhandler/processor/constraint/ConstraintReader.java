package io.jobhandler.processor.constraint;

import static java.util.Map.entry;

import io.jobhandler.processor.types.WrittenAnnotation;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads the annotations that generated code knows how to check. */
final class ConstraintReader {
  private static final Map<String, Function<WrittenAnnotation, ConstraintReading>> READERS =
      Map.ofEntries(
          always("NotNull", new Constraint.NotNull()),
          always("Null", new Constraint.Null()),
          always("NotBlank", new Constraint.NotBlank()),
          always("NotEmpty", new Constraint.NotEmpty()),
          always("AssertTrue", new Constraint.AssertTrue()),
          always("AssertFalse", new Constraint.AssertFalse()),
          always("Positive", new Constraint.Least(BigDecimal.ZERO, false)),
          always("PositiveOrZero", new Constraint.Least(BigDecimal.ZERO, true)),
          always("Negative", new Constraint.Most(BigDecimal.ZERO, false)),
          always("NegativeOrZero", new Constraint.Most(BigDecimal.ZERO, true)),
          entry("Min", written -> whole(written, Constraint.Least::new)),
          entry("Max", written -> whole(written, Constraint.Most::new)),
          entry("DecimalMin", written -> decimal(written, Constraint.Least::new)),
          entry("DecimalMax", written -> decimal(written, Constraint.Most::new)),
          entry("Size", ConstraintReader::size),
          entry("Digits", ConstraintReader::digits),
          entry("Pattern", ConstraintReader::pattern),
          entry("Email", ConstraintReader::email));

  private ConstraintReader() {}

  private static Map.Entry<String, Function<WrittenAnnotation, ConstraintReading>> always(
      String name, Constraint constraint) {
    return entry(name, written -> ConstraintReading.of(constraint));
  }

  static boolean knows(String simpleName) {
    return READERS.containsKey(simpleName);
  }

  /** Reads an annotation of the constraints' package; null where it is none of the known. */
  static @Nullable ConstraintReading read(String simpleName, WrittenAnnotation written) {
    Function<WrittenAnnotation, ConstraintReading> reader = READERS.get(simpleName);
    return reader == null ? null : reader.apply(written);
  }

  private static ConstraintReading whole(
      WrittenAnnotation written, BiFunction<BigDecimal, Boolean, Constraint> constraint) {
    long bound = written.simple("value", Long.class, 0L);
    return ConstraintReading.of(constraint.apply(BigDecimal.valueOf(bound), true));
  }

  private static ConstraintReading decimal(
      WrittenAnnotation written, BiFunction<BigDecimal, Boolean, Constraint> constraint) {
    String bound = written.text("value");
    try {
      boolean inclusive = written.simple("inclusive", Boolean.class, true);
      return ConstraintReading.of(constraint.apply(new BigDecimal(bound), inclusive));
    } catch (NumberFormatException e) {
      return ConstraintReading.fault(
          ConstraintFault.Kind.NUMBER,
          "value",
          "has the bound \"%s\", which is no number: write for instance \"0.5\"".formatted(bound));
    }
  }

  private static ConstraintReading size(WrittenAnnotation written) {
    int min = written.simple("min", Integer.class, 0);
    int max = written.simple("max", Integer.class, Integer.MAX_VALUE);
    if (min < 0 || max < 0) {
      return bounds(min < 0 ? "min" : "max", "is negative");
    }
    return min <= max
        ? ConstraintReading.of(new Constraint.Size(min, max))
        : bounds("min", "is %d and max is %d, and nothing has such a size".formatted(min, max));
  }

  private static ConstraintReading digits(WrittenAnnotation written) {
    int integer = written.simple("integer", Integer.class, 0);
    int fraction = written.simple("fraction", Integer.class, 0);
    return integer < 0 || fraction < 0
        ? bounds(integer < 0 ? "integer" : "fraction", "is negative")
        : ConstraintReading.of(new Constraint.Digits(integer, fraction));
  }

  private static ConstraintReading bounds(String attribute, String text) {
    return ConstraintReading.fault(
        ConstraintFault.Kind.BOUNDS,
        attribute,
        "has impossible bounds: %s %s".formatted(attribute, text));
  }

  private static ConstraintReading pattern(WrittenAnnotation written) {
    Constraint.Pattern pattern =
        new Constraint.Pattern(written.text("regexp"), PatternFlags.of(written));
    try {
      java.util.regex.Pattern.compile(pattern.regex(), pattern.flags());
      return ConstraintReading.of(pattern);
    } catch (PatternSyntaxException e) {
      return ConstraintReading.fault(
          ConstraintFault.Kind.PATTERN,
          "regexp",
          "has a regular expression that does not compile: %s near index %d"
              .formatted(e.getDescription(), e.getIndex()));
    }
  }

  private static ConstraintReading email(WrittenAnnotation written) {
    return written.value("regexp") == null
        ? ConstraintReading.of(new Constraint.Email(null))
        : pattern(written).map(pattern -> new Constraint.Email((Constraint.Pattern) pattern));
  }
}
