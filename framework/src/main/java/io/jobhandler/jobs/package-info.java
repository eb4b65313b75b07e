/**
 * The AWS IoT Jobs protocol for one thing: every operation, both notification streams, and records
 * for every message. Knows nothing of handlers and is useful by itself.
 */
@NullMarked
package io.jobhandler.jobs;

import org.jspecify.annotations.NullMarked;
