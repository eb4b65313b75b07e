/** A small MQTT broker, 3.1.1 and 5, that hands reserved topics to a handler. */
@NullMarked
package io.jobhandler.localjobs.internal.mqtt;

import org.jspecify.annotations.NullMarked;
