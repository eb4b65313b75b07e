package io.jobhandler.internal.discovery.sample;

/** Handlers whose dispatcher is in an index. */
public final class IndexedHandlers {}
