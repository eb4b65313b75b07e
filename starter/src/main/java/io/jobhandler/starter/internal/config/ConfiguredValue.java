package io.jobhandler.starter.internal.config;

/**
 * A value as it was found.
 *
 * @param key the key it is for, as people write it
 * @param origin where it was found: a file and a line, or an environment variable
 * @param text the value, without blanks around it, never empty
 */
record ConfiguredValue(String key, String origin, String text) {}
