package io.jobhandler.processor.document;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Reads the type of a document, with all types that it is made of, as Jackson would. What is wrong
 * goes into the model, and reading goes on, so that all faults show at once.
 */
public final class DocumentReader {
  private final Elements elements;
  private final Types types;
  private final SortedMap<String, @Nullable DocumentStructure> structures = new TreeMap<>();
  private final List<DocumentFault> faults = new ArrayList<>();

  private DocumentReader(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /**
   * Reads a type.
   *
   * @param root the document type
   * @param elements the compiler's
   * @param types the compiler's
   * @return what its documents look like
   */
  public static DocumentModel read(TypeElement root, Elements elements, Types types) {
    DocumentReader reader = new DocumentReader(elements, types);
    JsonShape shape = new ShapeReader(reader).shapeOf(root.asType(), Pointer.ROOT, root);
    SortedMap<String, DocumentStructure> complete = new TreeMap<>();
    reader.structures.forEach(
        (key, structure) -> {
          if (structure != null) {
            complete.put(key, structure);
          }
        });
    return new DocumentModel(shape, complete, List.copyOf(reader.faults));
  }

  /** Whether a type, which may be abstract then, has a document say which class is meant. */
  public static boolean choosesClass(TypeElement type) {
    return TypeAnnotations.find(type, Jackson.TYPE_INFO).isPresent();
  }

  Elements elements() {
    return elements;
  }

  Types types() {
    return types;
  }

  JsonShape fault(FaultKind kind, Pointer pointer, Element place, String text) {
    faults.add(new DocumentFault(kind, pointer.text(), place, text));
    return new JsonShape.Anything();
  }

  /** The object of a type, which is read once, wherever and however often it occurs. */
  JsonShape.Structure structure(DeclaredType type, Pointer pointer) {
    String key = TypeKeys.keyOf(type);
    if (!structures.containsKey(key)) {
      structures.put(key, null); // one that holds itself is being read already
      structures.put(key, new StructureReader(this, type, pointer).read(key));
    }
    return new JsonShape.Structure(key);
  }
}
