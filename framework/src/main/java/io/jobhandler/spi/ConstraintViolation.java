package io.jobhandler.spi;

/**
 * A constraint that a document does not keep. It never repeats the value, which may be secret.
 *
 * @param pointer where in the document, a JSON pointer; empty for the whole document
 * @param message the rule, as the end of a sentence, for instance {@code must not be blank}
 */
public record ConstraintViolation(String pointer, String message) {

  @Override
  public String toString() {
    return pointer.isEmpty() ? message : pointer + " " + message;
  }
}
