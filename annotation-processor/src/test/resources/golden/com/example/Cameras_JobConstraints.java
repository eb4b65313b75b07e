package com.example;

import io.jobhandler.spi.ConstraintRules;
import io.jobhandler.spi.ConstraintViolation;
import io.jobhandler.spi.DocumentPlace;
import java.util.List;
import java.util.regex.Pattern;
import javax.annotation.processing.Generated;

/** Checks the documents of {@link Cameras}. */
@Generated("io.jobhandler.processor.DispatcherProcessor")
@SuppressWarnings({"NullAway", "auxiliaryclass", "deprecation", "rawtypes", "removal"})
final class Cameras_JobConstraints {
  private static final Pattern PATTERN_1 = Pattern.compile("[a-z]+", Pattern.CASE_INSENSITIVE);

  private Cameras_JobConstraints() {}

  static List<ConstraintViolation> validate(String operation, Object document) {
    DocumentPlace at = DocumentPlace.root();
    switch (operation) {
      case "camera_setup" -> {
        checkCameraSetup((CameraSetup) document, at);
      }
      default -> {}
    }
    return at.violations();
  }

  private static void checkCameraSetup(CameraSetup object, DocumentPlace at) {
    if (object == null) {
      return;
    }
    at.member("display-name")
        .require(ConstraintRules.isNotBlank(object.name()), "must not be blank");
    at.member("display-name")
        .require(ConstraintRules.hasSize(object.name(), 0, 20), "must have at most 20 characters");
    at.member("framesPerSecond")
        .require(ConstraintRules.isAtLeast(object.framesPerSecond(), "1"), "must be at least 1");
    at.member("framesPerSecond")
        .require(ConstraintRules.isAtMost(object.framesPerSecond(), "120"), "must be at most 120");
    at.member("gain")
        .require(ConstraintRules.isLess(object.gain(), "1.5"), "must be less than 1.5");
    at.member("gain")
        .require(
            ConstraintRules.hasDigits(object.gain(), 1, 2),
            "must have no more digits than 1 before the point and 2 behind it");
    at.member("owner")
        .require(ConstraintRules.isEmail(object.owner()), "must be where the owner is reached");
    at.member("public_").require(!object.public_(), "must be false");
    at.member("zoom")
        .require(ConstraintRules.isGreater(object.zoom(), "0"), "must be greater than 0");
    at.member("tags").require(ConstraintRules.isNotEmpty(object.tags()), "must not be empty");
    at.member("tags")
        .elements(
            object.tags(),
            (value1, at1) -> {
              at1.require(ConstraintRules.matches(value1, PATTERN_1), "must match \"[a-z]+\"");
            });
    at.member("zonesByLanguage")
        .keys(
            object.zonesByLanguage(),
            (value1, at1) -> {
              at1.require(
                  ConstraintRules.hasSize(value1, 2, 2),
                  "key must have exactly 2 characters");
            });
    at.member("zonesByLanguage")
        .values(
            object.zonesByLanguage(),
            (value1, at1) -> {
              at1.require(value1 != null, "must not be null");
              at1.elements(value1, Cameras_JobConstraints::checkCameraSetup_Zone);
            });
    at.member("note")
        .content(
            object.note(),
            (value1, at1) -> {
              at1.require(
                  ConstraintRules.hasSize(value1, 1, 2147483647),
                  "must have at least 1 character");
            });
    at.member("triggers")
        .elements(
            object.triggers(),
            (value1, at1) -> {
              at1.exactly(
                  value1,
                  CameraSetup.OnMotion.class,
                  Cameras_JobConstraints::checkCameraSetup_OnMotion);
            });
    checkCameraSetup_Zone(object.whole(), at.member("whole"));
  }

  private static void checkCameraSetup_OnMotion(CameraSetup.OnMotion object, DocumentPlace at) {
    if (object == null) {
      return;
    }
    at.member("zones")
        .require(ConstraintRules.hasSize(object.zones(), 1, 3), "must have 1 to 3 elements");
    at.member("zones").elements(object.zones(), Cameras_JobConstraints::checkCameraSetup_Zone);
  }

  private static void checkCameraSetup_Zone(CameraSetup.Zone object, DocumentPlace at) {
    if (object == null) {
      return;
    }
    at.member("width")
        .require(ConstraintRules.isGreater(object.width(), "0"), "must be greater than 0");
    at.member("parts").elements(object.parts(), Cameras_JobConstraints::checkCameraSetup_Zone);
  }
}
