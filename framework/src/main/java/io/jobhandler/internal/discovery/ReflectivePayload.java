package io.jobhandler.internal.discovery;

import io.jobhandler.Payload;
import io.jobhandler.payload.VerifiedPayload;
import io.jobhandler.spi.JobInvocation;
import io.jobhandler.spi.PayloadParameter;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A {@link Payload} parameter of a handler method, found by reflection. */
final class ReflectivePayload {
  private ReflectivePayload() {}

  /** Whether a parameter takes a payload, or several. */
  static boolean isPayload(Parameter parameter, String signature) {
    boolean marked = parameter.isAnnotationPresent(Payload.class);
    if (marked != (isOne(parameter) || isSeveral(parameter))) {
      throw new IllegalArgumentException(
          ("%s: @Payload belongs on a VerifiedPayload or a Map<String, VerifiedPayload>, and these"
                  + " need it")
              .formatted(signature));
    }
    return marked;
  }

  private static boolean isOne(Parameter parameter) {
    return parameter.getType() == VerifiedPayload.class;
  }

  private static boolean isSeveral(Parameter parameter) {
    return parameter.getParameterizedType() instanceof ParameterizedType type
        && type.getRawType() == Map.class
        && Arrays.asList(type.getActualTypeArguments())
            .equals(List.<Type>of(String.class, VerifiedPayload.class));
  }

  static PayloadParameter describe(Parameter parameter, String signature) {
    Payload payload = parameter.getAnnotation(Payload.class);
    try {
      return new PayloadParameter(
          parameter.getName(),
          payload.url(),
          payload.codesign(),
          payload.anchor(),
          isSeveral(parameter));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(signature + ": " + e.getMessage(), e);
    }
  }

  /** The argument for the parameter. */
  static Object argument(Parameter parameter, JobInvocation invocation) {
    String name = parameter.getName();
    return isSeveral(parameter) ? invocation.payloads(name) : invocation.payload(name);
  }
}
