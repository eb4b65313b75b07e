/** From the operation to its handler, and from the document's bytes to its type. */
@NullMarked
package io.jobhandler.internal.document;

import org.jspecify.annotations.NullMarked;
