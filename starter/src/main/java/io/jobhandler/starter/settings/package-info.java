/** What a device app is set to, read from its configuration. */
@NullMarked
package io.jobhandler.starter.settings;

import org.jspecify.annotations.NullMarked;
