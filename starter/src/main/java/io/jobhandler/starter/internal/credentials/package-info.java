/** Checks the device's credentials and the endpoint before anything connects. */
@NullMarked
package io.jobhandler.starter.internal.credentials;

import org.jspecify.annotations.NullMarked;
