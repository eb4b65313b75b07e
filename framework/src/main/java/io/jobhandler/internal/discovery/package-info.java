/** Finds handler methods: by the compile-time index, and by scanning where there is none. */
@NullMarked
package io.jobhandler.internal.discovery;

import org.jspecify.annotations.NullMarked;
