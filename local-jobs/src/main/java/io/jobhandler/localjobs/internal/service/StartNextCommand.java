package io.jobhandler.localjobs.internal.service;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A valid StartNextPendingJobExecution request; null is an absent field. */
public record StartNextCommand(
    @Nullable Map<String, String> statusDetails, @Nullable Long stepTimeoutInMinutes) {}
