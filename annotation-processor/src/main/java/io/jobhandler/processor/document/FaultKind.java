package io.jobhandler.processor.document;

/** What sort of mistake keeps Jackson from reading a document into a type. */
public enum FaultKind {
  /** Nothing makes objects of a class. */
  NO_CONSTRUCTOR,
  /** Nothing says which class is meant by an abstract one. */
  ABSTRACT,
  /** A generic type without its arguments. */
  RAW,
  /** Any object may be there. */
  UNTYPED,
  /** The document would name a Java class. */
  NAMED_CLASS,
  /** A type of the JDK that Jackson cannot read. */
  UNREADABLE,
  /** The names of a map's members cannot be read into its keys. */
  MAP_KEY,
  /** An inner class. */
  INNER,
  /** A parameter of a creator has no name. */
  UNNAMED_PARAMETER,
  /** No list says which classes a document may choose from. */
  NO_VARIANTS,
  /** Two members share a name. */
  SAME_NAME,
  /** Several creators, of which Jackson can take one. */
  SEVERAL_CREATORS
}
