/**
 * The constraints of Jakarta Validation on documents: what the annotations say, known by name only,
 * and the code that checks it.
 */
@NullMarked
package io.jobhandler.processor.constraint;

import org.jspecify.annotations.NullMarked;
