package io.jobhandler.processor.nativeimage;

import io.jobhandler.processor.document.DocumentModel;
import io.jobhandler.processor.document.DocumentProperty;
import io.jobhandler.processor.document.DocumentStructure;
import io.jobhandler.processor.document.JsonShape;
import io.jobhandler.processor.types.TypeNames;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Collects the classes that Jackson looks into, with those that they inherit from. */
public final class ReflectedTypes {
  private final Elements elements;
  private final SortedSet<String> names = new TreeSet<>();

  public ReflectedTypes(Elements elements) {
    this.elements = elements;
  }

  /** The binary names of the classes, sorted. */
  public SortedSet<String> names() {
    return names;
  }

  /** Adds all that a document or a checkpoint is made of. */
  public void add(DocumentModel model) {
    for (DocumentStructure structure : model.structures().values()) {
      add(structure.type());
      for (DocumentProperty property : structure.properties()) {
        add(property.shape(), property.type());
      }
    }
  }

  private void add(JsonShape shape, TypeMirror type) {
    if (shape instanceof JsonShape.Variants variants) {
      add(variants.base());
    }
    add(type);
  }

  /** Adds the records that a handler returns, also those that it promises. */
  public void addResult(TypeMirror type) {
    if (type.getKind() == TypeKind.DECLARED) {
      if (TypeNames.elementOf(type).getKind() == ElementKind.RECORD) {
        add(type);
      }
      ((DeclaredType) type).getTypeArguments().forEach(this::addResult);
    }
  }

  private void add(TypeMirror type) {
    if (type.getKind() == TypeKind.DECLARED) {
      add(TypeNames.elementOf(type));
      ((DeclaredType) type).getTypeArguments().forEach(this::add);
    }
  }

  private void add(TypeElement type) {
    String name = elements.getBinaryName(type).toString();
    if (!isOfLibrary(name) && names.add(name)) {
      add(type.getSuperclass());
      type.getInterfaces().forEach(this::add);
    }
  }

  /** Those that know how to be read without their members. */
  private static boolean isOfLibrary(String name) {
    return name.startsWith("java.")
        || name.startsWith("com.fasterxml.jackson.")
        || name.startsWith("io.jobhandler.jobs.")
        || name.startsWith("io.jobhandler.payload.");
  }
}
