/**
 * Checks job handlers at compile time, writes a dispatcher for each class that declares some, and
 * lists the dispatchers in an index.
 *
 * <p>Both processors go the same way: read the elements into a model ({@code HandlerClassModel}),
 * check the model, write from the model. All problems of a run are reported at once, each with a
 * stable code.
 */
@NullMarked
package io.jobhandler.processor;

import org.jspecify.annotations.NullMarked;
