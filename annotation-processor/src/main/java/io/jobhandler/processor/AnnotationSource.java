package io.jobhandler.processor;

import io.jobhandler.processor.types.TypeNames;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/** The source text of annotations. */
final class AnnotationSource extends SimpleAnnotationValueVisitor14<String, Void> {
  private final StepNames names;

  /**
   * Makes a writer.
   *
   * @param names how the text names classes
   */
  AnnotationSource(StepNames names) {
    this.names = names;
  }

  String of(AnnotationMirror mirror) {
    String values =
        mirror.getElementValues().entrySet().stream()
            .map(entry -> entry.getKey().getSimpleName() + " = " + of(entry.getValue()))
            .collect(Collectors.joining(", "));
    String name = "@" + names.of(TypeNames.elementOf(mirror.getAnnotationType()));
    return values.isEmpty() ? name : name + "(" + shortened(values, mirror) + ")";
  }

  private static String shortened(String values, AnnotationMirror mirror) {
    String only = "value = ";
    return mirror.getElementValues().size() == 1 && values.startsWith(only)
        ? values.substring(only.length())
        : values;
  }

  private String of(AnnotationValue value) {
    return value.accept(this, null);
  }

  @Override
  protected String defaultAction(Object value, Void unused) {
    return names.names().elements().getConstantExpression(value);
  }

  @Override
  public String visitString(String text, Void unused) {
    return names.names().literal(text);
  }

  @Override
  public String visitType(TypeMirror type, Void unused) {
    return new TypeSource(names).of(type) + ".class";
  }

  @Override
  public String visitEnumConstant(VariableElement constant, Void unused) {
    return names.of(TypeNames.elementOf(constant.asType())) + "." + constant.getSimpleName();
  }

  @Override
  public String visitAnnotation(AnnotationMirror mirror, Void unused) {
    return of(mirror);
  }

  @Override
  public String visitArray(List<? extends AnnotationValue> values, Void unused) {
    return values.size() == 1
        ? of(values.get(0))
        : values.stream().map(this::of).collect(Collectors.joining(", ", "{", "}"));
  }
}
