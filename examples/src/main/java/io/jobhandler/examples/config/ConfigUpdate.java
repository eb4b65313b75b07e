package io.jobhandler.examples.config;

import org.jspecify.annotations.Nullable;

/**
 * The document of the operation {@code config_update}.
 *
 * @param config the new configuration
 * @param observeSeconds how long the device is watched before the change is kept; null for not at
 *     all
 */
public record ConfigUpdate(DeviceConfig config, @Nullable Integer observeSeconds) {}
