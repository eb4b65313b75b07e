package io.jobhandler.processor.catalogue;

/**
 * A line of the table of properties.
 *
 * @param pointer where, with a {@code *} for every element or member
 * @param type what is there
 * @param required whether it must be there
 * @param constraints what must hold for it, empty for nothing
 * @param meaning what the author says of it, may be empty
 */
record PropertyRow(
    String pointer, String type, boolean required, String constraints, String meaning) {

  String text() {
    return "| %s | %s | %s | %s | %s |\n"
        .formatted(
            Markdown.code(pointer),
            Markdown.cell(type),
            required ? "yes" : "no",
            Markdown.cell(constraints),
            Markdown.cell(meaning));
  }
}
