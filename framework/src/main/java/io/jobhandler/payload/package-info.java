/**
 * Files that jobs bring: where they come from, where they are kept, and what they are verified
 * with. A {@link io.jobhandler.payload.VerifiedPayload} can be made by a verification only, which
 * is why both live here.
 */
@NullMarked
package io.jobhandler.payload;

import org.jspecify.annotations.NullMarked;
