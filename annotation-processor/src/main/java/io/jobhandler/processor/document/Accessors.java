package io.jobhandler.processor.document;

import io.jobhandler.processor.types.TypeNames;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/**
 * How code of the same package gets the properties of a class.
 *
 * @param reader knows the members of types
 * @param type the class
 */
record Accessors(DocumentReader reader, DeclaredType type) {

  /** The expression, null where there is none. */
  @Nullable String of(String name) {
    String capitalized = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    List<? extends Element> members = reader.elements().getAllMembers(TypeNames.elementOf(type));
    for (String method : List.of("get" + capitalized, "is" + capitalized, name)) {
      if (members.stream().anyMatch(member -> isGetter(member, method))) {
        return method + "()";
      }
    }
    return members.stream().anyMatch(member -> isField(member, name)) ? name : null;
  }

  private static boolean isGetter(Element member, String name) {
    return member.getSimpleName().contentEquals(name)
        && member instanceof ExecutableElement method
        && method.getParameters().isEmpty()
        && isReachable(member);
  }

  private static boolean isField(Element member, String name) {
    return member.getKind() == ElementKind.FIELD
        && member.getSimpleName().contentEquals(name)
        && isReachable(member);
  }

  private static boolean isReachable(Element member) {
    return !member.getModifiers().contains(Modifier.PRIVATE)
        && !member.getModifiers().contains(Modifier.STATIC);
  }
}
