/** The catalogue of operations, for people to read. */
@NullMarked
package io.jobhandler.processor.catalogue;

import org.jspecify.annotations.NullMarked;
