/** Runs a handler on its own thread, with a deadline and a way to stop it. */
@NullMarked
package io.jobhandler.internal.execution;

import org.jspecify.annotations.NullMarked;
