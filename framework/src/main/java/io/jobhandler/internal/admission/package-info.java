/** Begins an attempt: in the journal first, then with the service. */
@NullMarked
package io.jobhandler.internal.admission;

import org.jspecify.annotations.NullMarked;
