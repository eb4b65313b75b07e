package io.jobhandler.processor;

import io.jobhandler.Progress;
import io.jobhandler.processor.types.TypeNames;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * The text of a constructor or a method that a subclass has as well, but for its body.
 *
 * @param signature what is carried over
 * @param name the name of the method, or of the subclass
 * @param names how the text names classes
 */
record SignatureSource(CarriedSignature signature, String name, StepNames names) {
  private static final int LINE_LENGTH = 100;
  private static final String INDENT = "  ";
  private static final String CONTINUATION = "\n      ";

  /** Those of its own are written anew, or mean nothing in the subclass. */
  private static final Set<String> NOT_CARRIED =
      Set.of(Override.class.getName(), Progress.class.getName());

  /** All up to the brace that opens the body. */
  String text() {
    return annotations() + INDENT + withThrows(withParameters(start())) + " {\n";
  }

  private String annotations() {
    ExecutableElement element = signature.element();
    return declared(element, element.getReturnType())
        .map(annotation -> INDENT + annotation + "\n")
        .collect(Collectors.joining());
  }

  private String start() {
    ExecutableElement element = signature.element();
    String access =
        Stream.of(Modifier.PUBLIC, Modifier.PROTECTED)
            .filter(element.getModifiers()::contains)
            .map(modifier -> modifier + " ")
            .collect(Collectors.joining());
    String type = signature.isConstructor() ? "" : types().of(element.getReturnType()) + " ";
    return access + typeParameters() + type + name + "(";
  }

  private String typeParameters() {
    List<? extends TypeParameterElement> variables = signature.element().getTypeParameters();
    return variables.isEmpty()
        ? ""
        : variables.stream().map(this::variable).collect(Collectors.joining(", ", "<", "> "));
  }

  private String variable(TypeParameterElement variable) {
    List<? extends TypeMirror> bounds = variable.getBounds();
    boolean any = bounds.size() == 1 && TypeNames.isExactly(bounds.get(0), Object.class);
    return variable.getSimpleName() + (any ? "" : " extends " + types().joined(bounds, " & "));
  }

  private String withParameters(String start) {
    List<String> parameters =
        signature.element().getParameters().stream().map(this::parameter).toList();
    String joined = String.join(", ", parameters);
    if (INDENT.length() + start.length() + joined.length() + 3 <= LINE_LENGTH) {
      return start + joined + ")";
    }
    return CONTINUATION.length() + joined.length() + 2 <= LINE_LENGTH
        ? start + CONTINUATION + joined + ")"
        : start + CONTINUATION + String.join("," + CONTINUATION, parameters) + ")";
  }

  private String parameter(VariableElement parameter) {
    List<? extends VariableElement> all = signature.element().getParameters();
    boolean several = signature.element().isVarArgs() && parameter.equals(all.get(all.size() - 1));
    TypeMirror type = parameter.asType();
    String annotations =
        signature.isConstructor()
            ? declared(parameter, type).map(a -> a + " ").collect(Collectors.joining())
            : "";
    return annotations
        + (several ? types().of(((ArrayType) type).getComponentType()) + "..." : types().of(type))
        + " "
        + parameter.getSimpleName();
  }

  private String withThrows(String text) {
    String thrown = types().joined(signature.element().getThrownTypes(), ", ");
    if (thrown.isEmpty()) {
      return text;
    }
    int lastLine = INDENT.length() + text.length() - text.lastIndexOf('\n') - 1;
    String separator = lastLine + thrown.length() + 10 <= LINE_LENGTH ? " " : CONTINUATION;
    return text + separator + "throws " + thrown;
  }

  /** What is written on a declaration: an annotation that is of the type as well is left to it. */
  private Stream<String> declared(Element element, TypeMirror type) {
    List<String> ofType =
        innermost(type).getAnnotationMirrors().stream().map(SignatureSource::nameOf).toList();
    AnnotationSource source = new AnnotationSource(names);
    return element.getAnnotationMirrors().stream()
        .filter(mirror -> !ofType.contains(nameOf(mirror)))
        .filter(mirror -> !NOT_CARRIED.contains(nameOf(mirror)))
        .map(source::of);
  }

  private static TypeMirror innermost(TypeMirror type) {
    return type.getKind() == TypeKind.ARRAY
        ? innermost(((ArrayType) type).getComponentType())
        : type;
  }

  private static String nameOf(AnnotationMirror mirror) {
    return TypeNames.elementOf(mirror.getAnnotationType()).getQualifiedName().toString();
  }

  private TypeSource types() {
    return new TypeSource(names);
  }
}
