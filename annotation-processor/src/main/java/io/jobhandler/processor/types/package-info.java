/** The compiler's types and annotations, as the processors ask of them. */
@NullMarked
package io.jobhandler.processor.types;

import org.jspecify.annotations.NullMarked;
