package io.jobhandler.processor.schema;

import io.jobhandler.processor.constraint.Constraint;
import io.jobhandler.processor.constraint.ConstraintUse;
import io.jobhandler.processor.json.JsonObject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * What constraints add to the schema of a value. Where a schema cannot say the same it says less:
 * it never refuses what the agent takes.
 *
 * @param schema the schema so far
 */
record ConstraintSchema(JsonObject schema) {
  private static final String NOT_BLANK = "[^\\t-\\r ]";

  /** A character that counts twice in Java and once in a schema. */
  private static final String SUPPLEMENTARY = "[^\\u0000-\\uffff]";

  private static final int MOST_DIGITS = 100;

  static JsonObject constrained(JsonObject schema, List<ConstraintUse> uses) {
    ConstraintSchema constraints = new ConstraintSchema(schema);
    uses.forEach(use -> constraints.add(use.constraint()));
    return schema;
  }

  /** Whether null is refused. */
  static boolean forbidNull(List<ConstraintUse> uses) {
    return uses.stream()
        .map(ConstraintUse::constraint)
        .anyMatch(
            constraint ->
                constraint instanceof Constraint.NotNull
                    || constraint instanceof Constraint.NotBlank
                    || constraint instanceof Constraint.NotEmpty);
  }

  private void add(Constraint constraint) {
    if (constraint instanceof Constraint.NotBlank) {
      addPattern(NOT_BLANK);
    } else if (constraint instanceof Constraint.NotEmpty) {
      addSize(1, Integer.MAX_VALUE);
    } else if (constraint instanceof Constraint.Size size) {
      addSize(size.min(), size.max());
    } else if (constraint instanceof Constraint.Pattern pattern) {
      PortablePattern.of(pattern).ifPresent(this::addPattern);
    } else if (constraint instanceof Constraint.Email email) {
      addEmail(email);
    } else if (constraint instanceof Constraint.AssertTrue) {
      schema.put("const", true);
    } else if (constraint instanceof Constraint.AssertFalse) {
      schema.put("const", false);
    } else if (constraint instanceof Constraint.Null) {
      schema.put("type", "null");
    } else if (isNumber()) {
      addNumber(constraint);
    }
  }

  private boolean isNumber() {
    return "integer".equals(schema.get("type")) || "number".equals(schema.get("type"));
  }

  private void addPattern(String pattern) {
    if (schema.get("pattern") == null) {
      schema.put("pattern", pattern);
    } else {
      also(new JsonObject().put("pattern", pattern));
    }
  }

  /** An empty text counts as one, and only the agent knows all that an address may be. */
  private void addEmail(Constraint.Email email) {
    addPattern("^$|@");
    if (email.pattern() != null) {
      PortablePattern.of(email.pattern()).ifPresent(this::addPattern);
    }
  }

  private void also(JsonObject condition) {
    List<Object> all = new ArrayList<>();
    if (schema.get("allOf") instanceof List<?> others) {
      all.addAll(others);
    }
    all.add(condition);
    schema.put("allOf", all);
  }

  private void addSize(int min, int max) {
    Object type = schema.get("type");
    if ("string".equals(type)) {
      addLength(min, max);
    } else if (type instanceof List) {
      addBounds("Items", min, max); // bytes: as a text they are longer than they are
    } else {
      addBounds("array".equals(type) ? "Items" : "Properties", min, max);
    }
  }

  /** A text with supplementary characters is longer for Java than for a schema. */
  private void addLength(int min, int max) {
    if (min > 1) {
      JsonObject many =
          new JsonObject().put("minLength", (min + 1) / 2).put("pattern", SUPPLEMENTARY);
      also(new JsonObject().put("anyOf", List.of(new JsonObject().put("minLength", min), many)));
      addBounds("Length", 0, max);
    } else {
      addBounds("Length", min, max);
    }
  }

  private void addBounds(String what, int min, int max) {
    if (min > 0) {
      raise("min" + what, BigDecimal.valueOf(min));
    }
    if (max < Integer.MAX_VALUE) {
      lower("max" + what, BigDecimal.valueOf(max));
    }
  }

  private void addNumber(Constraint constraint) {
    if (constraint instanceof Constraint.Least least) {
      raise(least.inclusive() ? "minimum" : "exclusiveMinimum", least.bound());
    } else if (constraint instanceof Constraint.Most most) {
      lower(most.inclusive() ? "maximum" : "exclusiveMaximum", most.bound());
    } else if (constraint instanceof Constraint.Digits digits
        && digits.integer() <= MOST_DIGITS
        && digits.fraction() <= MOST_DIGITS) {
      raise("exclusiveMinimum", BigDecimal.TEN.pow(digits.integer()).negate());
      lower("exclusiveMaximum", BigDecimal.TEN.pow(digits.integer()));
      if ("number".equals(schema.get("type"))) {
        schema.put("multipleOf", BigDecimal.ONE.movePointLeft(digits.fraction()));
      }
    }
  }

  private void raise(String name, BigDecimal bound) {
    schema.put(name, plain(bound.max(old(name, bound))));
  }

  private void lower(String name, BigDecimal bound) {
    schema.put(name, plain(bound.min(old(name, bound))));
  }

  private BigDecimal old(String name, BigDecimal other) {
    Object old = schema.get(name);
    return old == null ? other : new BigDecimal(old.toString());
  }

  private static Number plain(BigDecimal bound) {
    BigDecimal stripped = bound.stripTrailingZeros();
    BigInteger whole = stripped.scale() <= 0 ? stripped.toBigInteger() : null;
    return whole == null ? stripped : whole;
  }
}
