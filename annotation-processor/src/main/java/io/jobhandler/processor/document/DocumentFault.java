package io.jobhandler.processor.document;

import javax.lang.model.element.Element;

/**
 * What keeps Jackson from reading a document into a type, or must not be read into it.
 *
 * @param kind what sort of mistake it is
 * @param pointer where in the document, a JSON pointer with {@code *} for every element or member
 * @param place where in the source
 * @param text what is wrong and how to mend it, as the end of a sentence
 */
public record DocumentFault(FaultKind kind, String pointer, Element place, String text) {}
