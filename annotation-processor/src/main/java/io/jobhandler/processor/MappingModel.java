package io.jobhandler.processor;

import io.jobhandler.MapException;
import io.jobhandler.processor.types.WrittenAnnotation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/**
 * A {@link MapException} annotation.
 *
 * @param place the method or the class that it is on
 * @param annotation the annotation as it is written
 * @param type the exception
 */
record MappingModel(Element place, WrittenAnnotation annotation, ExceptionType type) {
  static final String TYPE = "type";
  static final String REASON_CODE = "reasonCode";
  private static final String STATUS = "status";

  /** The mappings of a method or a class whose exceptions are known, as they are written. */
  static List<MappingModel> on(Element place) {
    return written(place).map(written -> of(place, written)).flatMap(Optional::stream).toList();
  }

  private static Optional<MappingModel> of(Element place, WrittenAnnotation written) {
    return Optional.ofNullable(written.value(TYPE))
        .flatMap(ExceptionType::of)
        .map(type -> new MappingModel(place, written, type));
  }

  /** Whether all exceptions are known that the mappings of a method or a class name. */
  static boolean areResolved(Element place) {
    return on(place).size() == written(place).count();
  }

  /** Those of the method and then those of its class, in the order in which they count. */
  static List<MappingModel> inOrder(HandlerMethodModel method) {
    return Stream.of(method.element(), method.handlerClass())
        .map(MappingModel::on)
        .flatMap(mappings -> mostSpecificFirst(mappings).stream())
        .toList();
  }

  private static List<MappingModel> mostSpecificFirst(List<MappingModel> mappings) {
    return ExceptionType.mostSpecificFirst(mappings, MappingModel::type);
  }

  private static Stream<WrittenAnnotation> written(Element place) {
    return Stream.concat(
        WrittenAnnotation.on(place, MapException.class).stream(),
        WrittenAnnotation.on(place, MapException.List.class).stream()
            .flatMap(several -> several.elements("value").stream())
            .map(AnnotationValue::getValue)
            .filter(AnnotationMirror.class::isInstance)
            .map(mirror -> new WrittenAnnotation((AnnotationMirror) mirror)));
  }

  MapException.Status status() {
    return annotation.constant(STATUS, MapException.Status.FAILED);
  }

  String reasonCode() {
    return annotation.text(REASON_CODE);
  }
}
