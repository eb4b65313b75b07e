/** What tests drive the framework with. */
@NullMarked
package io.jobhandler.testkit;

import org.jspecify.annotations.NullMarked;
