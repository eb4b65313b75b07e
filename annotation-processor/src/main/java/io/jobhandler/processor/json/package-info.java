/** JSON that the processor writes: the same text for the same values. */
@NullMarked
package io.jobhandler.processor.json;

import org.jspecify.annotations.NullMarked;
