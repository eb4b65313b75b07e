/** What JobHandler costs beside the bare SDK. */
@NullMarked
package io.jobhandler.benchmarks;

import org.jspecify.annotations.NullMarked;
