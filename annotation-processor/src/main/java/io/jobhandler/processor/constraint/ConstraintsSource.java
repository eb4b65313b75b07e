package io.jobhandler.processor.constraint;

import io.jobhandler.processor.document.DocumentStructure;
import io.jobhandler.processor.document.JsonShape;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Types;

/**
 * The source text of a class that checks the documents of a handler class, the same for the same
 * documents.
 *
 * @param handlerClass the handler class
 * @param words how it is written
 * @param header how the file begins
 * @param name the simple name of the class to write
 * @param roots the documents by operation
 * @param documents what is to be checked in them
 */
public record ConstraintsSource(
    TypeElement handlerClass,
    Words words,
    Header header,
    String name,
    SortedMap<String, JsonShape> roots,
    ConstrainedDocuments documents) {

  /**
   * How a generated file begins.
   *
   * @param packageLine the package and an empty line, empty for none
   * @param generated the annotation for generated code and an empty line, empty where it cannot be
   *     used
   */
  public record Header(String packageLine, String generated) {}

  private static final Map<String, String> IMPORTS =
      Map.of(
          "@Generated", "javax.annotation.processing.Generated",
          "ConstraintRules.", "io.jobhandler.spi.ConstraintRules",
          "ConstraintViolation", "io.jobhandler.spi.ConstraintViolation",
          "DocumentPlace", "io.jobhandler.spi.DocumentPlace",
          "List<", "java.util.List",
          "Pattern.compile", "java.util.regex.Pattern");

  private static final String TEMPLATE =
      """

      /** Checks the documents of {@link %1$s}. */
      %2$s@SuppressWarnings({"NullAway", "auxiliaryclass", "deprecation", "rawtypes", "removal"})
      final class %3$s {
      %4$s  private %3$s() {}

        static List<ConstraintViolation> validate(String operation, Object document) {
          DocumentPlace at = DocumentPlace.root();
          switch (operation) {
      %5$s      default -> {}
          }
          return at.violations();
        }
      %6$s}
      """;

  private static final String METHOD =
      """

        private static void %s(%s object, DocumentPlace at) {
          if (object == null) {
            return;
          }
      %s  }
      """;

  /**
   * The text.
   *
   * @param types the compiler's
   * @return the text of the source file
   */
  public String text(Types types) {
    CheckMethods methods = new CheckMethods(documents.constrainedStructures());
    ConstraintsClass target = new ConstraintsClass(name, words, methods, new PatternFields(words));
    String checks =
        documents.constrainedStructures().stream()
            .map(structure -> method(structure, target, types))
            .collect(Collectors.joining());
    String text =
        TEMPLATE.formatted(
            words.typeName().apply(handlerClass),
            header.generated(),
            name,
            target.patterns().text(),
            branches(target, types),
            checks);
    return header.packageLine() + imports(text) + text;
  }

  private static String imports(String text) {
    return IMPORTS.entrySet().stream()
        .filter(known -> text.contains(known.getKey()))
        .map(Map.Entry::getValue)
        .sorted()
        .map("import %s;\n"::formatted)
        .collect(Collectors.joining());
  }

  private String method(DocumentStructure structure, ConstraintsClass target, Types types) {
    Statements statements = new Statements(4);
    CheckSource source = new CheckSource(documents, target, types, statements);
    structure.properties().stream().filter(documents::isConstrained).forEach(source::property);
    return METHOD.formatted(
        target.methods().nameOf(structure), target.typeOf(structure), statements.text());
  }

  private String branches(ConstraintsClass target, Types types) {
    return roots.entrySet().stream()
        .filter(root -> documents.isConstrained(root.getValue()))
        .map(root -> branch(root.getKey(), root.getValue(), target, types))
        .collect(Collectors.joining());
  }

  private String branch(String operation, JsonShape root, ConstraintsClass target, Types types) {
    Statements statements = new Statements(8);
    String document =
        root instanceof JsonShape.Structure structure
            ? "(" + target.typeOf(documents.structure(structure)) + ") document"
            : "document";
    new CheckSource(documents, target, types, statements).object(document, "at", root);
    return "      case %s -> {\n%s      }\n"
        .formatted(target.words().literal().apply(operation), statements.text());
  }
}
