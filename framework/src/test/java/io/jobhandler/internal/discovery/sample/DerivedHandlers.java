package io.jobhandler.internal.discovery.sample;

/** Declares no handler itself, so that scanning must pass it by. */
public class DerivedHandlers extends PlainHandlers {}
