/** The agent that a device app builds, starts and drains. */
@NullMarked
package io.jobhandler.agent;

import org.jspecify.annotations.NullMarked;
