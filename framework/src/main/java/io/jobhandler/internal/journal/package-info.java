/** What must survive the process: attempts that began and outcomes not yet accepted. */
@NullMarked
package io.jobhandler.internal.journal;

import org.jspecify.annotations.NullMarked;
