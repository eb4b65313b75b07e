package io.jobhandler.processor.operation;

import io.jobhandler.processor.document.DocumentProperty;
import io.jobhandler.processor.document.DocumentStructure;
import io.jobhandler.processor.javadoc.Javadoc;
import io.jobhandler.processor.javadoc.JavadocText;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** What authors say of document types and their properties. */
public final class Descriptions {
  private final Elements elements;
  private final Map<Element, Javadoc> known = new HashMap<>();

  public Descriptions(Elements elements) {
    this.elements = elements;
  }

  /** What is said of a type, as plain text; empty where nothing is. */
  public String of(TypeElement type) {
    return javadoc(type).text();
  }

  /** What is said of a property, as plain text; empty where nothing is. */
  public String of(DocumentStructure owner, DocumentProperty property) {
    return JavadocText.plain(written(owner, property));
  }

  /** The sample that the author gives for a property, null where there is none. */
  public @Nullable String sampleOf(DocumentStructure owner, DocumentProperty property) {
    return Javadoc.sampleIn(written(owner, property));
  }

  private String written(DocumentStructure owner, DocumentProperty property) {
    return Stream.concat(
            Stream.of(javadoc(owner.type()).param(property.place().getSimpleName().toString())),
            property.places().stream().map(this::said))
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }

  /** A parameter is told of where its constructor or setter is, a field at itself. */
  private String said(Element place) {
    if (place.getKind() == ElementKind.RECORD_COMPONENT) {
      return ""; // it has none of its own, and Eclipse's compiler must not be asked
    }
    if (place.getKind() != ElementKind.PARAMETER) {
      return javadoc(place).main();
    }
    Element executable = Objects.requireNonNull(place.getEnclosingElement());
    return javadoc(executable).param(place.getSimpleName().toString());
  }

  private Javadoc javadoc(Element element) {
    return known.computeIfAbsent(element, e -> Javadoc.of(e, elements));
  }
}
