/**
 * What documents look like in JSON, told from the types that they are read into: the same as
 * Jackson would find out on the device.
 *
 * <p>{@code DocumentReader} reads a type into a {@code DocumentModel}, and says what keeps Jackson
 * from reading a document into it. Checks and generators go by the model and never look at the
 * types again.
 */
@NullMarked
package io.jobhandler.processor.document;

import org.jspecify.annotations.NullMarked;
