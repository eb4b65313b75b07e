package io.jobhandler.internal.health;

import io.jobhandler.jobs.ConnectionState;
import io.jobhandler.jobs.JobsClient;

/** Tells how the thing stands with the broker. Safe for use by several threads. */
public final class LinkVitals {
  private final JobsClient client;
  private final Vitals vitals;

  /**
   * Tells nothing until the client is to connect.
   *
   * @param client the thing's client
   * @param vitals told how it stands
   */
  public LinkVitals(JobsClient client, Vitals vitals) {
    this.client = client;
    this.vitals = vitals;
    client.onConnectionChanged(this::onChanged);
  }

  /** The client is to connect. */
  public void onStart() {
    vitals.wrong(Trouble.OFFLINE, client, "the agent has not been connected yet");
  }

  private void onChanged(ConnectionState state) {
    switch (state) {
      case CONNECTED -> vitals.right(Trouble.OFFLINE, client);
      case DISCONNECTED -> vitals.wrong(Trouble.OFFLINE, client, "the connection was lost");
      case REFUSED ->
          client
              .refusal()
              .ifPresent(
                  refusal ->
                      vitals.wrong(
                          Trouble.SUBSCRIPTION_REFUSED,
                          client,
                          String.valueOf(refusal.getMessage())));
    }
  }
}
