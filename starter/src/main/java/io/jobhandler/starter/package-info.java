/** Runs a device app from configuration: one dependency, ten lines, and jobs arrive. */
@NullMarked
package io.jobhandler.starter;

import org.jspecify.annotations.NullMarked;
