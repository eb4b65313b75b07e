/** The device's app: it carries out jobs and writes down what it does. */
@NullMarked
package io.jobhandler.torture.device;

import org.jspecify.annotations.NullMarked;
