package io.jobhandler.processor.document;

import io.jobhandler.processor.types.TypeNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * The fields, setters and getters of a class, which may all be missing in a document.
 *
 * @param reader knows the members of types
 * @param type the class
 */
record BeanCandidates(DocumentReader reader, DeclaredType type) {

  List<Candidate> find() {
    Map<String, Members> byName = new LinkedHashMap<>();
    for (Element member : reader.elements().getAllMembers(TypeNames.elementOf(type))) {
      if (isOfInterest(member)) {
        collect(member, byName);
      }
    }
    List<Candidate> candidates = new ArrayList<>();
    byName.forEach(
        (name, members) -> {
          if (members.isVisible()) {
            candidates.add(candidate(name, members));
          }
        });
    return candidates;
  }

  private static boolean isOfInterest(Element member) {
    return !member.getModifiers().contains(Modifier.STATIC)
        && !member.getModifiers().contains(Modifier.TRANSIENT)
        && !String.valueOf(member.getEnclosingElement()).equals("java.lang.Object");
  }

  private static void collect(Element member, Map<String, Members> byName) {
    String name = member.getSimpleName().toString();
    if (member.getKind() == ElementKind.FIELD) {
      members(name, byName).fields.add(member);
    } else if (member instanceof ExecutableElement method
        && member.getKind() == ElementKind.METHOD) {
      int parameters = method.getParameters().size();
      if (parameters == 1 && (isNamed(name, "set") || Jackson.isNamed(member))) {
        members(isNamed(name, "set") ? propertyName(name, 3) : name, byName).setters.add(member);
      } else if (parameters == 0 && isPublic(member) && isGetter(method)) {
        members(propertyName(name, name.startsWith("is") ? 2 : 3), byName).getters.add(member);
      }
    }
  }

  private static Members members(String name, Map<String, Members> byName) {
    return byName.computeIfAbsent(name, missing -> new Members());
  }

  private static boolean isGetter(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    return (isNamed(name, "get") && method.getReturnType().getKind() != TypeKind.VOID)
        || (isNamed(name, "is") && isTruth(method.getReturnType()));
  }

  private static boolean isTruth(TypeMirror type) {
    return type.getKind() == TypeKind.BOOLEAN || TypeNames.isExactly(type, Boolean.class);
  }

  private static boolean isNamed(String name, String prefix) {
    return name.startsWith(prefix) && name.length() > prefix.length();
  }

  /** As Jackson has it: all leading capitals become small, {@code getURL} gives {@code url}. */
  private static String propertyName(String method, int prefix) {
    String name = method.substring(prefix);
    int capitals = 0;
    while (capitals < name.length() && Character.isUpperCase(name.charAt(capitals))) {
      capitals++;
    }
    return name.substring(0, capitals).toLowerCase(Locale.ROOT) + name.substring(capitals);
  }

  private static boolean isPublic(Element member) {
    return member.getModifiers().contains(Modifier.PUBLIC);
  }

  private Candidate candidate(String name, Members members) {
    TypeMirror propertyType = typeOf(members);
    return new Candidate(
        name,
        members.places(),
        propertyType,
        false,
        !propertyType.getKind().isPrimitive(),
        new Accessors(reader, type).of(name),
        members.setters.isEmpty() && members.fields.isEmpty() && !isContainer(propertyType));
  }

  private TypeMirror typeOf(Members members) {
    if (!members.setters.isEmpty()) {
      return member(members.setters.get(0)).getParameterTypes().get(0);
    }
    return members.fields.isEmpty()
        ? member(members.getters.get(0)).getReturnType()
        : reader.types().asMemberOf(type, members.fields.get(0));
  }

  private ExecutableType member(Element method) {
    return (ExecutableType) reader.types().asMemberOf(type, method);
  }

  /** Jackson fills what a getter of a container gives. */
  private static boolean isContainer(TypeMirror type) {
    return TypeNames.qualifiedName(type).startsWith("java.util.")
        && !TypeNames.qualifiedName(type).startsWith("java.util.Optional");
  }

  /** What is declared under one name. */
  private static final class Members {
    private final List<Element> fields = new ArrayList<>();
    private final List<Element> setters = new ArrayList<>();
    private final List<Element> getters = new ArrayList<>();

    /** A field that nobody else can see is one if a method or an annotation says so. */
    boolean isVisible() {
      return !setters.isEmpty()
          || !getters.isEmpty()
          || fields.stream().anyMatch(field -> isPublic(field) || Jackson.isNamed(field));
    }

    List<Element> places() {
      List<Element> places = new ArrayList<>(fields);
      places.addAll(setters);
      places.addAll(getters);
      return places;
    }
  }
}
