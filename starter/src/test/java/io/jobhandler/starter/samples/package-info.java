/** A device app. */
@NullMarked
package io.jobhandler.starter.samples;

import org.jspecify.annotations.NullMarked;
