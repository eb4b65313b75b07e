/** What GraalVM must know to build a native image of an app with handlers. */
@NullMarked
package io.jobhandler.processor.nativeimage;

import org.jspecify.annotations.NullMarked;
