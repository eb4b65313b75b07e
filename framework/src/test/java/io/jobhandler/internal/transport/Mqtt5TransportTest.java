package io.jobhandler.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.spi.MqttConnection;
import io.jobhandler.spi.MqttQos;
import io.jobhandler.spi.MqttTransport;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a transport answers while it is not open. */
class Mqtt5TransportTest {
  private final MqttTransport.Listener nobody =
      new MqttTransport.Listener() {
        @Override
        public void onConnected() {}

        @Override
        public void onDisconnected(String reason) {}

        @Override
        public void onConnectionFailed(String reason) {}

        @Override
        public void onMessage(String topic, byte[] payload) {}
      };
  private final Mqtt5Transport transport =
      new Mqtt5Transport(MqttConnection.plainText("localhost", 1, "thing-1"));

  @Test
  void callsBeforeTheStartFailTheirFutures() {
    assertThat(transport.publish("topic", new byte[0], MqttQos.AT_LEAST_ONCE))
        .isCompletedExceptionally();
    assertThat(transport.subscribe(List.of())).isCompletedExceptionally();
  }

  @Test
  void callsAfterTheEndFailTheirFutures() {
    transport.start(nobody);
    transport.close();
    transport.close();
    assertThat(transport.publish("topic", new byte[0], MqttQos.AT_LEAST_ONCE))
        .isCompletedExceptionally();
    assertThat(transport.subscribe(List.of())).isCompletedExceptionally();
  }

  @Test
  void startAfterTheEndIsRefused() {
    transport.close();
    assertThatThrownBy(() -> transport.start(nobody)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void secondStartIsRefused() {
    transport.start(nobody);
    assertThatThrownBy(() -> transport.start(nobody)).isInstanceOf(IllegalStateException.class);
    transport.close();
  }
}
