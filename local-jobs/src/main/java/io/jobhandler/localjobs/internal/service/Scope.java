package io.jobhandler.localjobs.internal.service;

import org.jspecify.annotations.Nullable;

/** Whose pending list: a thing's, or that of one namespace of a thing. */
public record Scope(String thingName, @Nullable String namespaceId) {}
