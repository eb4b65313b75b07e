/**
 * One connection, one standing set of subscriptions, paced publishes: bytes in, bytes out. The only
 * package that knows the AWS SDK.
 */
@NullMarked
package io.jobhandler.internal.transport;

import org.jspecify.annotations.NullMarked;
