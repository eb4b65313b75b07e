package io.jobhandler.spi;

import org.jspecify.annotations.Nullable;

/**
 * What the agent must know of an {@link io.jobhandler.AfterRestart} or {@link
 * io.jobhandler.OnCancelled} method before it calls it.
 *
 * @param checkpointType the type that the checkpoint is read into, null where the method takes none
 * @param signature the method as people write it, for messages
 */
public record Continuation(@Nullable Class<?> checkpointType, String signature) {}
