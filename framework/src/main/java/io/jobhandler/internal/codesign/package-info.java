/** Public keys and what they can verify; the only place that knows BouncyCastle. */
@NullMarked
package io.jobhandler.internal.codesign;

import org.jspecify.annotations.NullMarked;
