package io.jobhandler.localjobs.internal.server;

/** What becomes of a message of the service. */
enum Fate {
  /** It is sent. */
  SENT,
  /** It is not sent. */
  DROPPED,
  /** It is sent twice. */
  DUPLICATED,
  /** It waits until it is released. */
  HELD,
  /** It waits until another message was sent to the same client. */
  OVERTAKEN
}
