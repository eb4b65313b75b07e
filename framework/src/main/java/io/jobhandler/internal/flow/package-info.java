/** What one stage hands to the next. A stage takes only what the stage before it makes. */
@NullMarked
package io.jobhandler.internal.flow;

import org.jspecify.annotations.NullMarked;
