package io.jobhandler.internal.health;

import java.time.Duration;

/**
 * Something that is wrong at the moment.
 *
 * @param trouble what
 * @param text what is known of it, for people
 * @param lasting for how long it has been so
 */
public record Finding(Trouble trouble, String text, Duration lasting) {}
