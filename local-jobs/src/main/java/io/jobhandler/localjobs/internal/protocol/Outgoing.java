package io.jobhandler.localjobs.internal.protocol;

/** A message of the service: its topic and its JSON in UTF-8. The bytes are not to be changed. */
@SuppressWarnings("ArrayRecordComponent") // A message is written once and never compared.
public record Outgoing(String topic, byte[] payload) {}
