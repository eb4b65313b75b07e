package io.jobhandler.processor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/**
 * A class without code that tells other compilations, which have it on their class path, that a
 * handler class has an operation. They cannot read the index there: of an archive the compiler
 * shows them packages only, and META-INF is none.
 *
 * <p>Each operation has a package of its own. One for all of them would be in every jar with
 * handlers, and no two of these could be on a module path.
 *
 * @param operation the operation
 * @param handlerClass the canonical name of the class
 */
record OperationMarker(String operation, String handlerClass) {

  /** The constant of the class that holds the name of the handler class. */
  static final String CONSTANT = "HANDLER_CLASS";

  private static final String PACKAGE_PREFIX = "io.jobhandler.operation.of_";

  static List<OperationMarker> of(HandlerClassModel handlerClass) {
    String name = handlerClass.element().getQualifiedName().toString();
    return handlerClass.methods().stream()
        .map(method -> new OperationMarker(method.operation(), name))
        .toList();
  }

  /** The handler class that a class of the package names; none where the class is no marker. */
  static Optional<String> handlerClassOf(TypeElement marker) {
    return ElementFilter.fieldsIn(marker.getEnclosedElements()).stream()
        .filter(field -> field.getSimpleName().contentEquals(CONSTANT))
        .map(VariableElement::getConstantValue)
        .flatMap(value -> value instanceof String name ? Stream.of(name) : Stream.empty())
        .findFirst();
  }

  /** Named modules have none: two of them cannot share a package, not even to tell of a clash. */
  static boolean areSeenIn(ModuleElement module) {
    return module.isUnnamed();
  }

  /** Where the markers of an operation are. */
  static String packageOf(String operation) {
    return PACKAGE_PREFIX + operation.replace("-", "$m").replace(".", "$d").replace(":", "$c");
  }

  /** The binary name of the class. */
  String className() {
    return packageOf(operation) + "." + handlerClass.replace('.', '_');
  }
}
