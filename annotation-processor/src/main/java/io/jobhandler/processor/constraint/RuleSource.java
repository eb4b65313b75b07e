package io.jobhandler.processor.constraint;

import java.math.BigDecimal;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The expressions that are true where a value keeps a constraint.
 *
 * @param patterns the constants for regular expressions
 */
record RuleSource(PatternFields patterns) {
  private static final String RULES = "ConstraintRules.";

  /** The expression, null where any value of the type keeps the constraint. */
  @Nullable String of(Constraint constraint, String value, TypeMirror type) {
    if (constraint instanceof Constraint.NotNull) {
      return notNull(value, type);
    }
    if (constraint instanceof Constraint.AssertTrue) {
      return type.getKind().isPrimitive() ? value : "!Boolean.FALSE.equals(" + value + ")";
    }
    if (constraint instanceof Constraint.AssertFalse) {
      return type.getKind().isPrimitive() ? "!" + value : "!Boolean.TRUE.equals(" + value + ")";
    }
    return constraint instanceof Constraint.Null ? value + " == null" : rule(constraint, value);
  }

  private static @Nullable String notNull(String value, TypeMirror type) {
    if (ValueKind.isOptionalNumber(type)) {
      return value + " != null && " + value + ".isPresent()";
    }
    return type.getKind().isPrimitive() ? null : value + " != null";
  }

  private String rule(Constraint constraint, String value) {
    if (constraint instanceof Constraint.Size size) {
      return RULES + "hasSize(%s, %d, %d)".formatted(value, size.min(), size.max());
    }
    if (constraint instanceof Constraint.Digits digits) {
      return RULES + "hasDigits(%s, %d, %d)".formatted(value, digits.integer(), digits.fraction());
    }
    if (constraint instanceof Constraint.Least least) {
      return compared(least.inclusive() ? "isAtLeast" : "isGreater", value, least.bound());
    }
    if (constraint instanceof Constraint.Most most) {
      return compared(most.inclusive() ? "isAtMost" : "isLess", value, most.bound());
    }
    return ofText(constraint, value);
  }

  private static String compared(String rule, String value, BigDecimal bound) {
    return RULES + "%s(%s, \"%s\")".formatted(rule, value, bound);
  }

  private String ofText(Constraint constraint, String value) {
    if (constraint instanceof Constraint.Pattern pattern) {
      return RULES + "matches(%s, %s)".formatted(value, patterns.nameOf(pattern));
    }
    if (constraint instanceof Constraint.Email email) {
      String isEmail = RULES + "isEmail(%s)".formatted(value);
      return email.pattern() == null ? isEmail : isEmail + " && " + ofText(email.pattern(), value);
    }
    return RULES
        + "%s(%s)"
            .formatted(
                constraint instanceof Constraint.NotBlank ? "isNotBlank" : "isNotEmpty", value);
  }
}
