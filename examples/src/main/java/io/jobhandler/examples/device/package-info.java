/** The device app. */
@NullMarked
package io.jobhandler.examples.device;

import org.jspecify.annotations.NullMarked;
