/** Wires the stages. */
@NullMarked
package io.jobhandler.internal.pipeline;

import org.jspecify.annotations.NullMarked;
