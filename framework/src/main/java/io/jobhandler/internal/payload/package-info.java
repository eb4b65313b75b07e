/** Downloads, stores and verifies the payloads of a job, on its handler's thread. */
@NullMarked
package io.jobhandler.internal.payload;

import org.jspecify.annotations.NullMarked;
