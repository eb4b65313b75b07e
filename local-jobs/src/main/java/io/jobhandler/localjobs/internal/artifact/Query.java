package io.jobhandler.localjobs.internal.artifact;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parameters of a URL, decoded. The text form names them without their values. */
public record Query(List<Parameter> parameters) {

  /** A name and its value; the text form leaves the value out, which may be a signature. */
  record Parameter(String name, String value) {
    String encoded() {
      return PercentEncoding.encode(name) + "=" + PercentEncoding.encode(value);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  public Query {
    parameters = List.copyOf(parameters);
  }

  /** Reads what stands behind the question mark; null is a URL without. */
  public static Query parse(@Nullable String encoded) {
    if (encoded == null || encoded.isEmpty()) {
      return new Query(List.of());
    }
    return new Query(Arrays.stream(encoded.split("&")).map(Query::parameter).toList());
  }

  private static Parameter parameter(String encoded) {
    int equals = encoded.indexOf('=');
    String name = equals < 0 ? encoded : encoded.substring(0, equals);
    String value = equals < 0 ? "" : encoded.substring(equals + 1);
    return new Parameter(PercentEncoding.decode(name), PercentEncoding.decode(value));
  }

  /** The first value under a name. */
  public @Nullable String value(String name) {
    return parameters.stream()
        .filter(parameter -> parameter.name.equals(name))
        .map(Parameter::value)
        .findFirst()
        .orElse(null);
  }

  /** Tells whether there are parameters that are not about signing. */
  public boolean hasSubresource() {
    return parameters.stream()
        .map(parameter -> parameter.name.toLowerCase(Locale.ROOT))
        .anyMatch(name -> !name.startsWith("x-amz-") && !name.equals("x-id"));
  }

  Query without(String name) {
    return new Query(parameters.stream().filter(p -> !p.name.equals(name)).toList());
  }

  Query with(String name, String value) {
    Parameter added = new Parameter(name, value);
    return new Query(Stream.concat(parameters.stream(), Stream.of(added)).toList());
  }

  String encoded() {
    return parameters.stream().map(Parameter::encoded).collect(joining("&"));
  }

  /** The form that is signed: encoded, and ordered by that. */
  String canonical() {
    return parameters.stream().map(Parameter::encoded).sorted().collect(joining("&"));
  }
}
