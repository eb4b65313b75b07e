/** The snippets of the README and the guide, compiled. */
@NullMarked
package io.jobhandler.examples.quickstart;

import org.jspecify.annotations.NullMarked;
