package io.jobhandler.processor.constraint;

import io.jobhandler.processor.document.DocumentStructure;

/**
 * What the parts of a class that checks constraints share.
 *
 * @param name its simple name
 * @param words how its text is written
 * @param methods its methods
 * @param patterns its constants
 */
record ConstraintsClass(String name, Words words, CheckMethods methods, PatternFields patterns) {

  RuleSource rules() {
    return new RuleSource(patterns);
  }

  /** The reference to the method that checks an object. */
  String reference(DocumentStructure structure) {
    return name + "::" + methods.nameOf(structure);
  }

  /** The type of an object as source text. */
  String typeOf(DocumentStructure structure) {
    return new TypeSource(words).ofParameter(structure.use());
  }
}
