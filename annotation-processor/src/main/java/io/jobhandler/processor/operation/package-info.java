/** All that people and tools outside of the device may want to know of an operation. */
@NullMarked
package io.jobhandler.processor.operation;

import org.jspecify.annotations.NullMarked;
