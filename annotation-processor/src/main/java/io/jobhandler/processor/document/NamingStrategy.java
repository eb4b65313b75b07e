package io.jobhandler.processor.document;

import io.jobhandler.processor.types.TypeNames;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * How the properties of a type are named in JSON that are not named one by one.
 *
 * @param name what a property of this Java name is called
 */
record NamingStrategy(UnaryOperator<String> name) {
  private static final NamingStrategy AS_IN_JAVA = new NamingStrategy(javaName -> javaName);

  /** The strategy of a type, none where it is one of somebody's own. */
  static Optional<NamingStrategy> of(TypeElement type) {
    return TypeAnnotations.find(type, Jackson.NAMING)
        .map(naming -> naming.value("value"))
        .map(NamingStrategy::named)
        .orElse(Optional.of(AS_IN_JAVA));
  }

  private static Optional<NamingStrategy> named(AnnotationValue strategy) {
    String simpleName =
        strategy.getValue() instanceof TypeMirror type
            ? TypeNames.displayName(type).replaceFirst("^PropertyNamingStrategies\\.", "")
            : "";
    return Optional.ofNullable(
        switch (simpleName) {
          case "SnakeCaseStrategy" -> new NamingStrategy(NamingStrategy::snake);
          case "KebabCaseStrategy" -> new NamingStrategy(name -> separated(name, "-"));
          case "LowerDotCaseStrategy" -> new NamingStrategy(name -> separated(name, "."));
          case "UpperSnakeCaseStrategy" ->
              new NamingStrategy(name -> snake(name).toUpperCase(Locale.ROOT));
          case "UpperCamelCaseStrategy" -> new NamingStrategy(NamingStrategy::capitalized);
          case "LowerCaseStrategy" -> new NamingStrategy(name -> name.toLowerCase(Locale.ROOT));
          case "LowerCamelCaseStrategy" -> AS_IN_JAVA;
          default -> null;
        });
  }

  private static String capitalized(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static String snake(String name) {
    return separated(name.startsWith("_") ? name.substring(1) : name, "_");
  }

  /** A run of capitals is one word, as Jackson has it: {@code baseURL} becomes {@code base_url}. */
  private static String separated(String name, String separator) {
    StringBuilder separated = new StringBuilder();
    boolean afterCapital = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean capital = Character.isUpperCase(c);
      if (capital && !afterCapital) {
        separated.append(separator);
      }
      separated.append(Character.toLowerCase(c));
      afterCapital = capital;
    }
    return separated.toString();
  }
}
