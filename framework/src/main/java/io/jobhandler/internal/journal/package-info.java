/** What must survive the process: where each execution is, and outcomes not yet accepted. */
@NullMarked
package io.jobhandler.internal.journal;

import org.jspecify.annotations.NullMarked;
