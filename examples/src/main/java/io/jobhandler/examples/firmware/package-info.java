/** A handler that installs signed firmware into the inactive one of two slots. */
@NullMarked
package io.jobhandler.examples.firmware;

import org.jspecify.annotations.NullMarked;
