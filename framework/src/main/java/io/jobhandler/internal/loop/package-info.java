/** The one thread on which the engine's state lives. */
@NullMarked
package io.jobhandler.internal.loop;

import org.jspecify.annotations.NullMarked;
