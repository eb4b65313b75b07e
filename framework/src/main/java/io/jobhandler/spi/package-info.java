/** What an app may replace, and what generated code is written against. */
@NullMarked
package io.jobhandler.spi;

import org.jspecify.annotations.NullMarked;
