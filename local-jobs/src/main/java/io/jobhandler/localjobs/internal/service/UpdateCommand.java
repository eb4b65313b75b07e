package io.jobhandler.localjobs.internal.service;

import io.jobhandler.localjobs.ExecutionStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A valid UpdateJobExecution request; null is an absent field. */
public record UpdateCommand(
    ExecutionStatus status,
    @Nullable Map<String, String> statusDetails,
    @Nullable Long expectedVersion,
    @Nullable Long executionNumber,
    @Nullable Long stepTimeoutInMinutes) {}
