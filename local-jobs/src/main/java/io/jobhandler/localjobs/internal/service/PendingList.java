package io.jobhandler.localjobs.internal.service;

import io.jobhandler.localjobs.JobExecution;
import java.util.List;

/** The executions of a scope that have not ended, each list by the time of queueing. */
public record PendingList(List<JobExecution> inProgress, List<JobExecution> queued) {}
