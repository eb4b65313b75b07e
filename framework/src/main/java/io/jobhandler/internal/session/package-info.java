/** Follows one thing's queue and lets its jobs go, one at a time. */
@NullMarked
package io.jobhandler.internal.session;

import org.jspecify.annotations.NullMarked;
