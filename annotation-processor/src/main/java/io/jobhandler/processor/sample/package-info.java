/** Sample documents: what handlers accept, with values that people can read. */
@NullMarked
package io.jobhandler.processor.sample;

import org.jspecify.annotations.NullMarked;
