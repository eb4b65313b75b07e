package io.jobhandler.processor.operation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the agent goes by with an operation, as the annotations have it. The settings of a device
 * may say otherwise.
 *
 * @param stepTimeout how long one attempt may take; null where that is left unset
 * @param progressRestartsTimer whether a report starts the step timer anew
 * @param onInterrupt what becomes of an execution that was cut off: FAIL, RERUN or RESUME
 * @param maxAttempts the most attempts; 0 where they are left unset
 * @param retries whether some exceptions mean another attempt
 * @param restarts whether something goes on after a restart
 * @param exclusive whether no other job may run beside it
 */
public record OperationRules(
    @Nullable Duration stepTimeout,
    boolean progressRestartsTimer,
    String onInterrupt,
    int maxAttempts,
    boolean retries,
    boolean restarts,
    boolean exclusive) {}
