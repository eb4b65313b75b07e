package io.jobhandler.jobs;

/** How a {@link JobsClient} stands with the broker. */
public enum ConnectionState {
  /** Connected and subscribed. */
  CONNECTED,
  /** The connection was lost and is being opened again. */
  DISCONNECTED,
  /** The IoT policy forbids a subscription; the client has given up. */
  REFUSED
}
