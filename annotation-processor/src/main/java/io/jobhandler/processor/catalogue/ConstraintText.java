package io.jobhandler.processor.catalogue;

import io.jobhandler.processor.constraint.Constraint;
import io.jobhandler.processor.constraint.ConstraintUse;
import io.jobhandler.processor.document.DocumentProperty;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold for a value, in a few words. */
final class ConstraintText {
  private ConstraintText() {}

  static String of(DocumentProperty property, List<ConstraintUse> uses) {
    String aliases = String.join(" or ", property.aliases());
    return Stream.concat(
            uses.stream().map(ConstraintUse::constraint).map(ConstraintText::of),
            aliases.isEmpty() ? Stream.empty() : Stream.of("also called " + aliases))
        .collect(Collectors.joining("; "));
  }

  private static String of(Constraint constraint) {
    if (constraint instanceof Constraint.Size size) {
      return size.max() == Integer.MAX_VALUE
          ? "size %d or more".formatted(size.min())
          : "size %d to %d".formatted(size.min(), size.max());
    }
    if (constraint instanceof Constraint.Least least) {
      return (least.inclusive() ? "at least " : "over ") + least.bound().toPlainString();
    }
    if (constraint instanceof Constraint.Most most) {
      return (most.inclusive() ? "at most " : "under ") + most.bound().toPlainString();
    }
    if (constraint instanceof Constraint.Digits digits) {
      return "at most %d digits before the point and %d behind it"
          .formatted(digits.integer(), digits.fraction());
    }
    return constraint instanceof Constraint.Pattern pattern
        ? "matches " + pattern.regex()
        : simple(constraint);
  }

  private static String simple(Constraint constraint) {
    if (constraint instanceof Constraint.NotNull) {
      return "not null";
    }
    if (constraint instanceof Constraint.Null) {
      return "null";
    }
    if (constraint instanceof Constraint.NotBlank) {
      return "not blank";
    }
    if (constraint instanceof Constraint.NotEmpty) {
      return "not empty";
    }
    if (constraint instanceof Constraint.Email) {
      return "an e-mail address";
    }
    return constraint instanceof Constraint.AssertTrue ? "true" : "false";
  }
}
