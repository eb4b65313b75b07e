/** The artifact endpoint: HTTP on loopback, as S3 speaks it. */
@NullMarked
package io.jobhandler.localjobs.internal.http;

import org.jspecify.annotations.NullMarked;
