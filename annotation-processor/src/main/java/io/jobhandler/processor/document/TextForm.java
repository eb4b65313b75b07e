package io.jobhandler.processor.document;

/** What a string must be that is read into a type. */
public enum TextForm {
  /** Any string. */
  PLAIN,
  /** One character. */
  CHARACTER,
  BASE64,
  UUID,
  URI,
  /** An absolute {@code https} URL, or another that a setting of the agent lets through. */
  PRESIGNED_URL,
  /** A date with a time and a zone or offset. */
  DATE_TIME,
  /** A date with a time, without a zone. */
  LOCAL_DATE_TIME,
  DATE,
  TIME,
  /** An ISO-8601 duration, for instance {@code PT10M}. */
  DURATION,
  /** What only the type itself knows. */
  OTHER
}
