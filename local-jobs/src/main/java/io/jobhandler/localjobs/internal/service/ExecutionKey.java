package io.jobhandler.localjobs.internal.service;

/** All executions of a job on a thing. */
record ExecutionKey(String thingName, String jobId) {}
