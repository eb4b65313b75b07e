/** A device app. */
@NullMarked
package io.jobhandler.starter.samples.pump;

import org.jspecify.annotations.NullMarked;
