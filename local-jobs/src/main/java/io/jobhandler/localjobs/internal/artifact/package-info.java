/** Artifacts as S3 keeps them: versions, ranges, presigned URLs. Knows nothing of HTTP servers. */
@NullMarked
package io.jobhandler.localjobs.internal.artifact;

import org.jspecify.annotations.NullMarked;
