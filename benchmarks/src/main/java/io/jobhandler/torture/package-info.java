/** A device whose process is killed again and again, and what must hold all the same. */
@NullMarked
package io.jobhandler.torture;

import org.jspecify.annotations.NullMarked;
