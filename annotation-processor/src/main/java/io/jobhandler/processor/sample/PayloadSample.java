package io.jobhandler.processor.sample;

import io.jobhandler.processor.json.JsonObject;
import io.jobhandler.processor.operation.PayloadPointers;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Puts what tells of payloads into a sample: a URL that the service makes, and a signature. */
final class PayloadSample {
  private static final String URL =
      "${aws:iot:s3-presigned-url-v2:https%%3A%%2F%%2Fs3.eu-west-1.amazonaws.com%%2Fbucket%%2F%s}";

  /** The DER of a signature that nobody has made. */
  private static final String SIGNATURE = "MAYCAQECAQE=";

  private PayloadSample() {}

  static void put(PayloadPointers payload, JsonObject document) {
    put(document, payload.url(), old -> URL.formatted(payload.name()));
    put(document, payload.codesign(), PayloadSample::signed);
  }

  /** A type may name the object, and then it names its members, too. */
  private static Object signed(@Nullable Object old) {
    return (old instanceof JsonObject object ? object : new JsonObject())
        .put("rawPayloadSize", 1024)
        .put("signature", SIGNATURE)
        .put("signatureAlgorithm", "SHA256withECDSA");
  }

  private static void put(Object container, String pointer, UnaryOperator<@Nullable Object> value) {
    int end = pointer.indexOf('/', 1);
    String segment = end < 0 ? pointer.substring(1) : pointer.substring(1, end);
    String name = segment.replace("~1", "/").replace("~0", "~");
    String rest = end < 0 ? "" : pointer.substring(end);
    if (container instanceof JsonObject object) {
      putMember(object, name, rest, value);
    } else if (container instanceof List<?> elements && rest.isEmpty()) {
      replaceAll(elements, value);
    } else if (container instanceof List<?> elements) {
      elements.forEach(element -> put(element, rest, value));
    }
  }

  @SuppressWarnings("unchecked") // the lists of samples hold any values
  private static void replaceAll(List<?> elements, UnaryOperator<@Nullable Object> value) {
    ((List<Object>) elements).replaceAll(value::apply);
  }

  private static void putMember(
      JsonObject object, String name, String rest, UnaryOperator<@Nullable Object> value) {
    for (String member : name.equals("*") ? each(object) : Set.of(name)) {
      Object old = object.get(member);
      if (rest.isEmpty()) {
        object.put(member, value.apply(old));
      } else {
        Object below = old == null ? new JsonObject() : old;
        object.put(member, below);
        put(below, rest, value);
      }
    }
  }

  private static Set<String> each(JsonObject object) {
    return object.isEmpty() ? Set.of("example") : Set.copyOf(object.members().keySet());
  }
}
