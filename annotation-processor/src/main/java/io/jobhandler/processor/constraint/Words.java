package io.jobhandler.processor.constraint;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.lang.model.element.TypeElement;

/**
 * How source text is written.
 *
 * @param typeName names a class
 * @param literal writes a string
 */
public record Words(Function<TypeElement, String> typeName, UnaryOperator<String> literal) {}
