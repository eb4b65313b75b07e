/** Handlers that tests look for by their package. */
@NullMarked
package io.jobhandler.starter.samples.hanging;

import org.jspecify.annotations.NullMarked;
