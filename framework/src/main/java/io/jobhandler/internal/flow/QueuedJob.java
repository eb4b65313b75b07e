package io.jobhandler.internal.flow;

import io.jobhandler.jobs.JobDocument;
import java.util.Map;

/**
 * A QUEUED execution that the session let go.
 *
 * @param key which execution
 * @param versionNumber the version that is stored
 * @param storedDetails the details that are stored
 * @param document the document as it was delivered
 */
public record QueuedJob(
    ExecutionKey key,
    long versionNumber,
    Map<String, String> storedDetails,
    JobDocument document) {}
