/** How JSON is read everywhere: bounded, strict about encoding, exact about numbers. */
@NullMarked
package io.jobhandler.internal.json;

import org.jspecify.annotations.NullMarked;
