/** What is wrong with an agent at the moment, as its parts tell it. */
@NullMarked
package io.jobhandler.internal.health;

import org.jspecify.annotations.NullMarked;
