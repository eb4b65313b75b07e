/** For tests of handlers: what a device would have got, without a cloud or a connection. */
@NullMarked
package io.jobhandler.testing;

import org.jspecify.annotations.NullMarked;
