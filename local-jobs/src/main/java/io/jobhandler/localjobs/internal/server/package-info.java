/** The running service: listeners, broker and Jobs API put together. */
@NullMarked
package io.jobhandler.localjobs.internal.server;

import org.jspecify.annotations.NullMarked;
