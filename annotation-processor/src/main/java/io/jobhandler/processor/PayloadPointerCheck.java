package io.jobhandler.processor;

import io.jobhandler.spi.PayloadParameter;

/** The pointers of a payload must have the form that the agent takes. */
final class PayloadPointerCheck implements HandlerCheck.OfMethod {

  /** Describes a payload with one pointer as written, and a sound one in the other's place. */
  @FunctionalInterface
  private interface Description {
    PayloadParameter make(boolean several);
  }

  @Override
  public void check(HandlerMethodModel method, ErrorReporter reporter) {
    for (PayloadModel payload : method.payloads()) {
      String name = payload.parameter().name();
      String url = payload.text(PayloadModel.URL);
      String codesign = payload.text(PayloadModel.CODESIGN);
      report(
          method,
          payload,
          PayloadModel.URL,
          several -> new PayloadParameter(name, url, "/a", "", several),
          reporter);
      report(
          method,
          payload,
          PayloadModel.CODESIGN,
          several -> new PayloadParameter(name, several ? "/*" : "/a", codesign, "", several),
          reporter);
    }
  }

  private static void report(
      HandlerMethodModel method,
      PayloadModel payload,
      String attribute,
      Description description,
      ErrorReporter reporter) {
    String fault = faultOf(description, payload.isSeveral());
    if (!fault.isEmpty()) {
      boolean fitsTheOtherType = faultOf(description, !payload.isSeveral()).isEmpty();
      reporter.error(
          fitsTheOtherType ? ErrorCode.PAYLOAD_WILDCARD : ErrorCode.INVALID_PAYLOAD_POINTER,
          payload,
          attribute,
          method.signature() + ": " + fault);
    }
  }

  /** Asks the class that holds the rule at run time, so that the two never differ. */
  private static String faultOf(Description description, boolean several) {
    try {
      description.make(several);
      return "";
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
