package io.jobhandler.processor;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Finds handlers whose operation a class in another jar, or in another module of the build, has
 * already. The markers there only say where to look: they may be older than the class that they
 * name.
 *
 * @param elements finds the markers and the classes
 * @param ownDispatchers the dispatchers of this compilation and of those before it into the same
 *     place, whose classes may be gone from the sources since
 */
record ClassPathClashes(Elements elements, Set<String> ownDispatchers) {

  void report(Collection<HandlerClassModel> handlerClasses, ErrorReporter reporter) {
    for (HandlerClassModel handlerClass : handlerClasses) {
      ModuleElement module = elements.getModuleOf(handlerClass.element());
      if (OperationMarker.areSeenIn(module)) {
        handlerClass.methods().forEach(method -> report(method, module, reporter));
      }
    }
  }

  private void report(HandlerMethodModel method, ModuleElement module, ErrorReporter reporter) {
    List<String> others =
        markers(module, method.operation())
            .map(OperationMarker::handlerClassOf)
            .flatMap(Optional::stream)
            .filter(name -> isHandledBy(name, method.operation()))
            .distinct()
            .sorted()
            .toList();
    if (!others.isEmpty()) {
      reporter.error(
          ErrorCode.OPERATION_ON_CLASS_PATH,
          method,
          HandlerAnnotation.OPERATION,
          ("operation '%s' of %s is also the operation of %s on the class path: give each handler"
                  + " an operation of its own")
              .formatted(method.operation(), method.signature(), String.join(", ", others)));
    }
  }

  private Stream<TypeElement> markers(ModuleElement module, String operation) {
    PackageElement found = elements.getPackageElement(module, OperationMarker.packageOf(operation));
    return found == null
        ? Stream.empty()
        : ElementFilter.typesIn(found.getEnclosedElements()).stream();
  }

  private boolean isHandledBy(String handlerClass, String operation) {
    return Stream.of(handlerClass)
        .map(elements::getTypeElement)
        .filter(Objects::nonNull)
        .map(HandlerClassModel::of)
        .filter(other -> !ownDispatchers.contains(other.dispatcherName()))
        .flatMap(other -> other.methods().stream())
        .anyMatch(other -> other.operation().equals(operation));
  }
}
