package io.jobhandler.localjobs.internal.service;

import io.jobhandler.localjobs.JobExecution;

/** An execution as it was at one moment, and its job document. */
public record ExecutionWithDocument(JobExecution execution, DocumentDelivery document) {}
