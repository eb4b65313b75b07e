package io.jobhandler.processor;

import io.jobhandler.processor.types.TypeNames;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;

/** A dispatcher must be able to name the handler class, from within the same package. */
final class HandlerClassCheck implements HandlerCheck {

  @Override
  public void check(HandlerClassModel handlerClass, ErrorReporter reporter) {
    if (handlerClass.calledMethods().isEmpty()) {
      return; // nothing is called, and another check says that what is annotated means nothing
    }
    TypeElement type = handlerClass.element();
    checkStatic(type, reporter);
    checkNotPrivate(type, reporter);
    if (!type.getTypeParameters().isEmpty()) {
      reporter.error(
          ErrorCode.GENERIC_HANDLER,
          type,
          ("handler class %s is generic, so nothing says which documents its handlers take: declare"
                  + " the handlers in a class without type parameters")
              .formatted(handlerClass.nestedName()));
    }
  }

  private static void checkStatic(TypeElement type, ErrorReporter reporter) {
    if (type.getNestingKind() == NestingKind.MEMBER
        && !type.getModifiers().contains(Modifier.STATIC)) {
      reporter.error(
          ErrorCode.INNER_CLASS,
          type,
          ("handler class %s is an inner class, which cannot be made without an object of its outer"
                  + " class: make it static")
              .formatted(TypeNames.nestedName(type)));
    }
  }

  private static void checkNotPrivate(TypeElement type, ErrorReporter reporter) {
    for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
      if (e.getModifiers().contains(Modifier.PRIVATE)) {
        reporter.error(
            ErrorCode.PRIVATE_CLASS,
            type,
            ("handler class %s is out of the dispatcher's reach because %s is private: remove"
                    + " 'private', package-private is enough")
                .formatted(TypeNames.nestedName(type), e.getSimpleName()));
        return;
      }
    }
  }
}
