/** The running service: listeners, broker, Jobs API and artifact endpoint put together. */
@NullMarked
package io.jobhandler.localjobs.internal.server;

import org.jspecify.annotations.NullMarked;
