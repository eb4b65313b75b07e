/** Handlers with steps, end to end. */
@NullMarked
package io.jobhandler.examples.steps;

import org.jspecify.annotations.NullMarked;
