/** Certificates, keys, configuration files and processes for tests. */
@NullMarked
package io.jobhandler.starter.testkit;

import org.jspecify.annotations.NullMarked;
