/** Reports of handlers on their way to the service, few and the last one always. */
@NullMarked
package io.jobhandler.internal.progress;

import org.jspecify.annotations.NullMarked;
