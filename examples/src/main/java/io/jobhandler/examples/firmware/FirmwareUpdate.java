package io.jobhandler.examples.firmware;

import jakarta.validation.constraints.Positive;

/**
 * The document of the operation {@code firmware_update}, beside its payload.
 *
 * @param version the version that the image has, 1 or more
 */
public record FirmwareUpdate(@Positive int version) {}
