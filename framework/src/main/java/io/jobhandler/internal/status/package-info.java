/** Tells the service, in order and until it has understood. */
@NullMarked
package io.jobhandler.internal.status;

import org.jspecify.annotations.NullMarked;
