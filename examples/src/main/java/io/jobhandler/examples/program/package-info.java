/** A handler that runs programs of the device. */
@NullMarked
package io.jobhandler.examples.program;

import org.jspecify.annotations.NullMarked;
