package io.jobhandler.processor;

import java.util.List;
import java.util.stream.Stream;

/**
 * A mapping of a class must count for one of its handlers at least. The mappings of a method count
 * first, so one for a superclass there hides what the class says of a subclass. A class may well
 * map what a method maps too: the method then says something else of the same exception.
 */
final class MappingReachCheck implements HandlerCheck {

  @Override
  public void check(HandlerClassModel handlerClass, ErrorReporter reporter) {
    List<List<MappingModel>> ofMethods =
        handlerClass.methods().stream().map(method -> MappingModel.on(method.element())).toList();
    for (MappingModel mapping : MappingModel.on(handlerClass.element())) {
      List<ExceptionType> hiding =
          ofMethods.stream().flatMap(mappings -> hiding(mapping.type(), mappings)).toList();
      if (!hiding.isEmpty() && hiding.size() == ofMethods.size()) {
        report(handlerClass, mapping, hiding.get(0), reporter);
      }
    }
  }

  /** The superclass that a method maps, none where the method maps the exception itself. */
  private static Stream<ExceptionType> hiding(ExceptionType type, List<MappingModel> mappings) {
    List<ExceptionType> mapped = mappings.stream().map(MappingModel::type).toList();
    return mapped.stream().anyMatch(type::isSameAs)
        ? Stream.empty()
        : mapped.stream().filter(type::isBelow).limit(1);
  }

  private static void report(
      HandlerClassModel handlerClass,
      MappingModel mapping,
      ExceptionType hiding,
      ErrorReporter reporter) {
    String type = mapping.type().displayName();
    reporter.error(
        ErrorCode.UNREACHABLE_MAPPING,
        mapping,
        MappingModel.TYPE,
        ("@MapException for %s on %s never counts, since every handler maps a superclass of it,"
                + " for instance %s, and a handler's mapping counts first: map %s on the handlers,"
                + " or remove it")
            .formatted(type, handlerClass.nestedName(), hiding.displayName(), type));
  }
}
