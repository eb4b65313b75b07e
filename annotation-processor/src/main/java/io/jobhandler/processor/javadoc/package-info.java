/** What authors have written about their handlers and documents, as plain text. */
@NullMarked
package io.jobhandler.processor.javadoc;

import org.jspecify.annotations.NullMarked;
