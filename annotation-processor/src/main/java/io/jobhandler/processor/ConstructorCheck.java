package io.jobhandler.processor;

import io.jobhandler.processor.types.TypeNames;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/**
 * Something must be able to make an object of the handler class, also where all of its handlers are
 * static: the agent asks for one of every class.
 *
 * <p>Only what no application can mend from outside is refused. A constructor with parameters and
 * without {@code @Inject} may be one that the application or a module of Guice calls itself, and an
 * abstract class or an interface may be bound to what implements it. Nor is anything said of
 * private constructors where other code of the same source file might call them.
 */
final class ConstructorCheck implements HandlerCheck {
  private static final List<String> INJECT =
      List.of("jakarta.inject.Inject", "com.google.inject.Inject");

  private final Types types;

  ConstructorCheck(Types types) {
    this.types = types;
  }

  @Override
  public void check(HandlerClassModel handlerClass, ErrorReporter reporter) {
    TypeElement type = handlerClass.element();
    if (type.getKind() != ElementKind.CLASS || handlerClass.methods().isEmpty()) {
      return;
    }
    List<ExecutableElement> constructors = ElementFilter.constructorsIn(type.getEnclosedElements());
    boolean injected = constructors.stream().anyMatch(c -> inject(c).isPresent());
    if (injected) {
      checkAlone(handlerClass, constructors, reporter);
    } else if (constructors.stream().allMatch(c -> c.getModifiers().contains(Modifier.PRIVATE))
        && !mayBeMadeWithin(handlerClass)) {
      reporter.error(
          ErrorCode.PRIVATE_CONSTRUCTORS,
          constructors.get(0),
          ("nothing can make handler class %s, since its constructors are private: remove 'private'"
                  + " from one without parameters, or annotate one with @Inject")
              .formatted(handlerClass.nestedName()));
    }
  }

  private static Optional<AnnotationMirror> inject(ExecutableElement constructor) {
    return INJECT.stream()
        .map(name -> TypeNames.annotation(constructor, name))
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static void checkAlone(
      HandlerClassModel handlerClass,
      List<ExecutableElement> constructors,
      ErrorReporter reporter) {
    String message =
        "handler class %s has an earlier constructor with @Inject: keep it on one of them"
            .formatted(handlerClass.nestedName());
    constructors.stream()
        .filter(constructor -> inject(constructor).isPresent())
        .skip(1)
        .forEach(
            second ->
                reporter.error(
                    ErrorCode.SEVERAL_INJECTED_CONSTRUCTORS,
                    second,
                    inject(second).orElseThrow(),
                    message));
  }

  private boolean mayBeMadeWithin(HandlerClassModel handlerClass) {
    TypeElement type = handlerClass.element();
    List<ExecutableElement> called =
        handlerClass.calledMethods().stream().map(CalledMethod::element).toList();
    Stream<? extends Element> statics =
        type.getEnclosedElements().stream()
            .filter(member -> member.getModifiers().contains(Modifier.STATIC))
            .filter(member -> !called.contains(member));
    return type.getNestingKind() != NestingKind.TOP_LEVEL
        || !ElementFilter.typesIn(type.getEnclosedElements()).isEmpty()
        || statics.anyMatch(
            member -> !(member instanceof VariableElement field) || mayHold(field, type));
  }

  /** Whether a field may hold an object of the class, or something that makes one. */
  private boolean mayHold(VariableElement field, TypeElement type) {
    return types.isAssignable(type.asType(), field.asType())
        || (field.asType() instanceof DeclaredType declared
            && !declared.getTypeArguments().isEmpty());
  }
}
