/** The AWS IoT Jobs service on a developer's machine, for development, tests and demos. */
@NullMarked
package io.jobhandler.localjobs;

import org.jspecify.annotations.NullMarked;
