package io.jobhandler.examples.program;

/**
 * The document of a {@code service_restart} job.
 *
 * @param service the service's name, one of those that the device allows
 */
public record ServiceRestart(String service) {}
