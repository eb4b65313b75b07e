/**
 * JSON Schemas of documents: what the agent reads and nothing else, as far as a schema can say it.
 */
@NullMarked
package io.jobhandler.processor.schema;

import org.jspecify.annotations.NullMarked;
