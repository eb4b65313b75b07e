/** The service's own certificate authority. */
@NullMarked
package io.jobhandler.localjobs.internal.tls;

import org.jspecify.annotations.NullMarked;
