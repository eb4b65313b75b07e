/** Handlers that tests look for by their package. */
@NullMarked
package io.jobhandler.starter.samples.restarting;

import org.jspecify.annotations.NullMarked;
