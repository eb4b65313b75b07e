package io.jobhandler.processor.document;

import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * An object whose members are known.
 *
 * @param key the qualified name of the type, with its type arguments
 * @param type the Java type that it is read into
 * @param properties its members, in the order of their declaration
 * @param ignored names that may be there and mean nothing, sorted
 * @param open whether it may have other members than these
 * @param use the Java type with its type arguments, as it is used first
 */
public record DocumentStructure(
    String key,
    TypeElement type,
    List<DocumentProperty> properties,
    List<String> ignored,
    boolean open,
    DeclaredType use) {}
