/** Reads the configuration: finds it, tells what is wrong with it, makes settings of it. */
@NullMarked
package io.jobhandler.starter.internal.config;

import org.jspecify.annotations.NullMarked;
