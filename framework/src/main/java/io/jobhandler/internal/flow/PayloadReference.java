package io.jobhandler.internal.flow;

import io.jobhandler.payload.CodeSignature;
import io.jobhandler.payload.PresignedUrl;
import io.jobhandler.spi.PayloadParameter;
import org.jspecify.annotations.Nullable;

/**
 * A payload that a document points to.
 *
 * @param parameter the handler's parameter that takes it
 * @param key its key where the parameter is a map, else empty
 * @param url where it is to be had, for a while
 * @param signature what the document says of its signature; null where it says nothing
 */
public record PayloadReference(
    PayloadParameter parameter, String key, PresignedUrl url, @Nullable CodeSignature signature) {}
