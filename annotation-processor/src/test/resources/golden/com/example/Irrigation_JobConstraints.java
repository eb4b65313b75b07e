package com.example;

import io.jobhandler.spi.ConstraintRules;
import io.jobhandler.spi.ConstraintViolation;
import io.jobhandler.spi.DocumentPlace;
import java.util.List;
import java.util.regex.Pattern;
import javax.annotation.processing.Generated;

/** Checks the documents of {@link Irrigation}. */
@Generated("io.jobhandler.processor.DispatcherProcessor")
@SuppressWarnings({"NullAway", "auxiliaryclass", "deprecation", "rawtypes", "removal"})
final class Irrigation_JobConstraints {
  private static final Pattern PATTERN_1 = Pattern.compile("[A-Z]");

  private Irrigation_JobConstraints() {}

  static List<ConstraintViolation> validate(String operation, Object document) {
    DocumentPlace at = DocumentPlace.root();
    switch (operation) {
      case "irrigation:plan" -> {
        checkIrrigation_Plan((Irrigation.Plan) document, at);
      }
      default -> {}
    }
    return at.violations();
  }

  private static void checkIrrigation_Dry(Irrigation.Dry object, DocumentPlace at) {
    if (object == null) {
      return;
    }
    at.member("percent")
        .require(ConstraintRules.isAtLeast(object.percent(), "0"), "must be at least 0");
    at.member("percent")
        .require(ConstraintRules.isAtMost(object.percent(), "100"), "must be at most 100");
  }

  private static void checkIrrigation_Plan(Irrigation.Plan object, DocumentPlace at) {
    if (object == null) {
      return;
    }
    at.member("valve")
        .require(ConstraintRules.matches(object.valve(), PATTERN_1), "must match \"[A-Z]\"");
    at.member("minutes")
        .require(ConstraintRules.isAtLeast(object.minutes(), "1"), "must be at least 1");
    at.member("minutes")
        .require(ConstraintRules.isAtMost(object.minutes(), "120"), "must be at most 120");
    at.member("rules")
        .require(ConstraintRules.hasSize(object.rules(), 0, 5), "must have at most 5 elements");
    at.member("rules")
        .elements(
            object.rules(),
            (value1, at1) -> {
              at1.exactly(
                  value1,
                  Irrigation.Dry.class,
                  Irrigation_JobConstraints::checkIrrigation_Dry);
            });
  }
}
