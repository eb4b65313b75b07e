/** Handlers and dispatchers that discovery finds. */
@NullMarked
package io.jobhandler.internal.discovery.sample;

import org.jspecify.annotations.NullMarked;
