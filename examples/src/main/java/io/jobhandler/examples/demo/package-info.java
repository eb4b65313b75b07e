/** Shows the device app at work, against the Jobs service in this process. */
@NullMarked
package io.jobhandler.examples.demo;

import org.jspecify.annotations.NullMarked;
