package io.jobhandler.processor;

import io.jobhandler.ReasonCode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** A mapping names an exception that the framework knows nothing of, and gives it one meaning. */
final class MappingCheck implements HandlerCheck {

  @Override
  public void check(HandlerClassModel handlerClass, ErrorReporter reporter) {
    if (!handlerClass.methods().isEmpty()) {
      TypeElement type = handlerClass.element();
      check(handlerClass.nestedName(), type, MappingModel.on(type), reporter);
    }
    for (HandlerMethodModel method : handlerClass.methods()) {
      List<MappingModel> mappings = MappingModel.on(method.element());
      check(method.signature(), method.handlerClass(), mappings, reporter);
    }
  }

  private static void check(
      String place, TypeElement type, List<MappingModel> mappings, ErrorReporter reporter) {
    Set<TypeElement> seen = new HashSet<>();
    for (MappingModel mapping : mappings) {
      checkReasonCode(place, mapping, reporter);
      new ExceptionTypeCheck(
              "@MapException on " + place,
              type,
              (code, message) -> reporter.error(code, mapping, MappingModel.TYPE, message))
          .check(mapping.type());
      if (!seen.add(mapping.type().element())) {
        reporter.error(
            ErrorCode.DUPLICATE_MAPPING,
            mapping,
            MappingModel.TYPE,
            "%s is mapped twice on %s: keep one @MapException for it"
                .formatted(mapping.type().displayName(), place));
      }
    }
  }

  private static void checkReasonCode(String place, MappingModel mapping, ErrorReporter reporter) {
    if (!isValid(mapping.reasonCode())) {
      reporter.error(
          ErrorCode.INVALID_REASON_CODE,
          mapping,
          MappingModel.REASON_CODE,
          "reasonCode '%s' for %s on %s is not 1 to 128 characters of [A-Z0-9_]: %s"
              .formatted(
                  mapping.reasonCode(),
                  mapping.type().displayName(),
                  place,
                  DidYouMean.remedy(
                      DidYouMean.reasonCode(mapping.reasonCode()),
                      "write for instance \"BATTERY_LOW\"")));
    }
  }

  /** Asks the class that holds the rule at run time, so that the two never differ. */
  static boolean isValid(String reasonCode) {
    try {
      ReasonCode.requireValid(reasonCode);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
