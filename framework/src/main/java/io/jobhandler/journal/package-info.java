/** What must survive the process, and where an app may keep it instead. */
@NullMarked
package io.jobhandler.journal;

import org.jspecify.annotations.NullMarked;
