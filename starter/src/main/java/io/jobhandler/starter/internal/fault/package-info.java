/** What is wrong with a value, and with the configuration as a whole. */
@NullMarked
package io.jobhandler.starter.internal.fault;

import org.jspecify.annotations.NullMarked;
