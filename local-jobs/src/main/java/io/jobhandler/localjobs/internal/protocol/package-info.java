/** The Jobs API as topics and JSON: checks requests, encodes responses and notifications. */
@NullMarked
package io.jobhandler.localjobs.internal.protocol;

import org.jspecify.annotations.NullMarked;
