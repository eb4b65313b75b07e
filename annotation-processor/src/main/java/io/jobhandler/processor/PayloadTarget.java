package io.jobhandler.processor;

import io.jobhandler.processor.document.DocumentModel;
import io.jobhandler.processor.document.DocumentProperty;
import io.jobhandler.processor.document.DocumentStructure;
import io.jobhandler.processor.document.JsonShape;
import io.jobhandler.processor.document.TextForm;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a payload's pointer leads to in a document type. Members that the type does not name are
 * fine: the agent takes them out before the document is read.
 *
 * @param model the document type
 * @param url whether a URL is to be there, or else an object of AWS Signer
 */
record PayloadTarget(DocumentModel model, boolean url) {
  private static final String EACH = "*";
  private static final Set<TextForm> TAKES_URL =
      Set.of(TextForm.PLAIN, TextForm.URI, TextForm.PRESIGNED_URL, TextForm.OTHER);

  /** Why no document can have it there, as a sentence; empty where one can. */
  Optional<String> misfit(List<String> segments) {
    return segments.get(0).equals(EACH)
        ? Optional.of("the document has an operation, which is no payload: name what holds them")
        : misfit(model.root(), "", segments);
  }

  private Optional<String> misfit(JsonShape shape, String at, List<String> rest) {
    if (shape instanceof JsonShape.Perhaps perhaps) {
      return misfit(perhaps.value(), at, rest);
    }
    if (shape instanceof JsonShape.Variants variants) {
      return best(variants.structures().values().stream().map(s -> misfit(s, at, rest)));
    }
    if (rest.isEmpty()) {
      return isTarget(shape)
          ? Optional.empty()
          : Optional.of("%s is %s, where %s is to be".formatted(at, nameOf(shape), expected()));
    }
    return shape instanceof JsonShape.Anything ? Optional.empty() : misfitInside(shape, at, rest);
  }

  private Optional<String> misfitInside(JsonShape shape, String at, List<String> rest) {
    String next = rest.get(0);
    String place = at + "/" + next;
    List<String> tail = rest.subList(1, rest.size());
    if (shape instanceof JsonShape.Structure structure) {
      return misfit(model.structure(structure), at, next, tail);
    }
    if (shape instanceof JsonShape.Members members) {
      return misfit(members.value(), place, tail);
    }
    if (shape instanceof JsonShape.Items items) {
      return next.equals(EACH) || next.matches("0|[1-9][0-9]*")
          ? misfit(items.element(), place, tail)
          : Optional.of("%s is an array, and '%s' is no index of it".formatted(at, next));
    }
    return Optional.of("%s is %s, which nothing is in".formatted(at, nameOf(shape)));
  }

  /** A document need not have more members than the required ones. */
  private Optional<String> misfit(
      DocumentStructure structure, String at, String next, List<String> tail) {
    if (next.equals(EACH)) {
      return structure.properties().stream()
          .filter(DocumentProperty::required)
          .flatMap(p -> misfit(p.shape(), at + "/" + p.name(), tail).stream())
          .findFirst();
    }
    return property(structure, next).flatMap(p -> misfit(p.shape(), at + "/" + next, tail));
  }

  /** Empty if one is. */
  private static Optional<String> best(Stream<Optional<String>> misfits) {
    List<Optional<String>> all = misfits.toList();
    return all.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : all.get(0);
  }

  /** The pointer that was meant, where a slip leads to a member that the type does not name. */
  Optional<List<String>> meant(List<String> segments) {
    JsonShape shape = model.root();
    for (int i = 0; i < segments.size(); i++) {
      if (!(plain(shape) instanceof JsonShape.Structure structure)) {
        shape = elementOf(plain(shape));
        continue;
      }
      DocumentStructure here = model.structure(structure);
      String segment = segments.get(i);
      Optional<DocumentProperty> property = property(here, segment);
      if (property.isEmpty()) {
        return here.open() || here.ignored().contains(segment)
            ? Optional.empty()
            : corrected(segments, i, here);
      }
      shape = property.get().shape();
    }
    return Optional.empty();
  }

  /** Names that differ in their numbers are meant to differ. */
  private Optional<List<String>> corrected(List<String> segments, int at, DocumentStructure here) {
    String segment = segments.get(at);
    List<String> names =
        here.properties().stream()
            .map(DocumentProperty::name)
            .filter(name -> !letters(name).equals(letters(segment)))
            .toList();
    return DidYouMean.nearest(segment, names)
        .map(
            name ->
                Stream.of(
                    segments.subList(0, at),
                    List.of(name),
                    segments.subList(at + 1, segments.size())))
        .map(parts -> parts.flatMap(List::stream).toList())
        .filter(pointer -> misfit(pointer).isEmpty());
  }

  private static String letters(String name) {
    return name.replaceAll("[0-9]", "");
  }

  private static JsonShape plain(JsonShape shape) {
    return shape instanceof JsonShape.Perhaps perhaps ? plain(perhaps.value()) : shape;
  }

  private static JsonShape elementOf(JsonShape shape) {
    if (shape instanceof JsonShape.Items items) {
      return items.element();
    }
    return shape instanceof JsonShape.Members members ? members.value() : new JsonShape.Anything();
  }

  private static Optional<DocumentProperty> property(DocumentStructure structure, String name) {
    return structure.properties().stream()
        .filter(p -> p.name().equals(name) || p.aliases().contains(name))
        .findFirst();
  }

  private boolean isTarget(JsonShape shape) {
    if (shape instanceof JsonShape.Anything) {
      return true;
    }
    return url
        ? shape instanceof JsonShape.Text text && TAKES_URL.contains(text.form())
        : shape instanceof JsonShape.Structure || shape instanceof JsonShape.Members;
  }

  private String expected() {
    return url ? "a URL, which is a String, a URI or a PresignedUrl" : "an object of AWS Signer";
  }

  private static String nameOf(JsonShape shape) {
    if (shape instanceof JsonShape.Text text) {
      return TAKES_URL.contains(text.form()) ? "a text" : "a text of a form of its own";
    } else if (shape instanceof JsonShape.Names) {
      return "an enum";
    } else if (shape instanceof JsonShape.Truth) {
      return "true or false";
    } else if (shape instanceof JsonShape.Items) {
      return "an array";
    }
    return shape instanceof JsonShape.Whole || shape instanceof JsonShape.Decimal
        ? "a number"
        : "an object";
  }
}
