package io.jobhandler.processor.constraint;

import io.jobhandler.processor.document.DocumentProperty;
import io.jobhandler.processor.document.DocumentStructure;
import io.jobhandler.processor.document.JsonShape;
import java.util.List;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** The statements that check values. */
final class CheckSource {
  private final ConstrainedDocuments documents;
  private final ConstraintsClass target;
  private final Types types;
  private final Statements statements;

  CheckSource(
      ConstrainedDocuments documents, ConstraintsClass target, Types types, Statements statements) {
    this.documents = documents;
    this.target = target;
    this.types = types;
    this.statements = statements;
  }

  /**
   * A value of some place.
   *
   * @param expression what gets it
   * @param at the place
   * @param subject what the rule is said of: nothing, or that it is a key
   * @param depth how many containers it is in
   */
  private record Value(String expression, String at, String subject, int depth) {}

  void property(DocumentProperty property) {
    String at = "at.member(" + target.words().literal().apply(property.name()) + ")";
    value(
        new Value("object." + property.accessor(), at, "", 0),
        documents.typeOf(property),
        property.shape());
  }

  private void value(Value value, ConstrainedType type, @Nullable JsonShape shape) {
    type.constraints().forEach(use -> require(value, type, use));
    if (shape instanceof JsonShape.Items items) {
      held(value, "elements", type.held().get(0), items.element(), "");
    } else if (shape instanceof JsonShape.Members members) {
      held(value, "keys", type.held().get(0), null, "key ");
      held(value, "values", type.held().get(1), members.value(), "");
    } else if (shape instanceof JsonShape.Perhaps perhaps && !type.held().isEmpty()) {
      held(value, "content", type.held().get(0), perhaps.value(), "");
    } else if (shape != null) {
      object(value.expression(), value.at(), shape);
    }
  }

  private void require(Value value, ConstrainedType type, ConstraintUse use) {
    String kept =
        target.rules().of(use.constraint(), value.expression(), ValueKind.boundOf(type.type()));
    if (kept != null) {
      String parts = ValueKind.of(type.type(), types).parts();
      String rule =
          use.message() == null ? value.subject() + use.constraint().rule(parts) : use.message();
      statements.call(value.at(), "require", List.of(kept, target.words().literal().apply(rule)));
    }
  }

  private void held(
      Value value, String method, ConstrainedType type, @Nullable JsonShape shape, String subject) {
    boolean holdsObjects = shape != null && documents.isConstrained(shape);
    if (shape instanceof JsonShape.Structure structure
        && type.constraints().isEmpty()
        && holdsObjects) {
      statements.call(
          value.at(),
          method,
          List.of(value.expression(), target.reference(documents.structure(structure))));
    } else if (type.isConstrained() || holdsObjects) {
      int depth = value.depth() + 1;
      Value part = new Value("value" + depth, "at" + depth, subject, depth);
      statements.callWithBlock(
          value.at(),
          method,
          value.expression(),
          part.expression() + ", " + part.at(),
          () -> value(part, type, shape));
    }
  }

  /** Checks an object of a class that is known, or of one of several. */
  void object(String expression, String at, JsonShape shape) {
    if (!documents.isConstrained(shape)) {
      return;
    }
    if (shape instanceof JsonShape.Structure structure) {
      String method = target.methods().nameOf(documents.structure(structure));
      statements.line("%s(%s, %s);".formatted(method, expression, at));
    } else if (shape instanceof JsonShape.Variants variants) {
      variants.structures().values().stream()
          .distinct()
          .filter(documents::isConstrained)
          .map(documents::structure)
          .forEach(variant -> exactly(expression, at, variant));
    }
  }

  private void exactly(String expression, String at, DocumentStructure variant) {
    String type = target.words().typeName().apply(variant.type()) + ".class";
    statements.call(at, "exactly", List.of(expression, type, target.reference(variant)));
  }
}
