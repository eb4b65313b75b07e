/** A package to scan for handlers. */
@NullMarked
package io.jobhandler.agent.found;

import org.jspecify.annotations.NullMarked;
