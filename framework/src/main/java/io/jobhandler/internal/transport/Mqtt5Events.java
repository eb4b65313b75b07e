package io.jobhandler.internal.transport;

import io.jobhandler.spi.MqttTransport;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.crt.CRT;
import software.amazon.awssdk.crt.mqtt5.Mqtt5Client;
import software.amazon.awssdk.crt.mqtt5.Mqtt5ClientOptions;
import software.amazon.awssdk.crt.mqtt5.OnAttemptingConnectReturn;
import software.amazon.awssdk.crt.mqtt5.OnConnectionFailureReturn;
import software.amazon.awssdk.crt.mqtt5.OnConnectionSuccessReturn;
import software.amazon.awssdk.crt.mqtt5.OnDisconnectionReturn;
import software.amazon.awssdk.crt.mqtt5.OnStoppedReturn;
import software.amazon.awssdk.crt.mqtt5.PublishReturn;
import software.amazon.awssdk.crt.mqtt5.packets.ConnAckPacket;
import software.amazon.awssdk.crt.mqtt5.packets.DisconnectPacket;

/** Hands what the SDK's client reports on to a transport's listener. */
final class Mqtt5Events
    implements Mqtt5ClientOptions.LifecycleEvents, Mqtt5ClientOptions.PublishEvents {
  private final MqttTransport.Listener listener;

  Mqtt5Events(MqttTransport.Listener listener) {
    this.listener = listener;
  }

  @Override
  public void onAttemptingConnect(Mqtt5Client client, OnAttemptingConnectReturn event) {
    // Success or failure follows.
  }

  @Override
  public void onConnectionSuccess(Mqtt5Client client, OnConnectionSuccessReturn event) {
    listener.onConnected();
  }

  @Override
  public void onConnectionFailure(Mqtt5Client client, OnConnectionFailureReturn event) {
    ConnAckPacket refusal = event.getConnAckPacket();
    listener.onConnectionFailed(
        describe(event.getErrorCode(), refusal == null ? null : refusal.getReasonCode()));
  }

  @Override
  public void onDisconnection(Mqtt5Client client, OnDisconnectionReturn event) {
    DisconnectPacket farewell = event.getDisconnectPacket();
    listener.onDisconnected(
        describe(event.getErrorCode(), farewell == null ? null : farewell.getReasonCode()));
  }

  @Override
  public void onStopped(Mqtt5Client client, OnStoppedReturn event) {
    // Follows our own stop, after which nobody listens.
  }

  @Override
  public void onMessageReceived(Mqtt5Client client, PublishReturn event) {
    byte[] payload = event.getPublishPacket().getPayload();
    listener.onMessage(
        event.getPublishPacket().getTopic(), payload == null ? new byte[0] : payload);
  }

  private static String describe(int errorCode, @Nullable Object brokerReason) {
    String text = CRT.awsErrorString(errorCode) + " (" + errorCode + ")";
    return brokerReason == null ? text : text + ", the broker said " + brokerReason;
  }
}
