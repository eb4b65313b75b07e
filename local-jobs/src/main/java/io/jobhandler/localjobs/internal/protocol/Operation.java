package io.jobhandler.localjobs.internal.protocol;

/** What a topic below {@code $aws/things/<thingName>/jobs} asks for. */
enum Operation {
  GET_PENDING,
  START_NEXT,
  DESCRIBE,
  UPDATE
}
