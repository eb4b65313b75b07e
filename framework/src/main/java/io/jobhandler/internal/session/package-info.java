/** Follows one thing's queue and lets its jobs go, no more at once than there is room for. */
@NullMarked
package io.jobhandler.internal.session;

import org.jspecify.annotations.NullMarked;
