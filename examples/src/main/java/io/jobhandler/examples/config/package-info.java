/** A handler that changes the configuration of a device. */
@NullMarked
package io.jobhandler.examples.config;

import org.jspecify.annotations.NullMarked;
