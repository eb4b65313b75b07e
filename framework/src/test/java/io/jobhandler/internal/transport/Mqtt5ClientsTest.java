package io.jobhandler.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.crt.io.SocketOptions;

class Mqtt5ClientsTest {

  @Test
  void smallPacketsAreNotHeldBack() {
    try (SocketOptions options = Mqtt5Clients.socketOptions()) {
      assertThat(options.tcpNoDelay).isEqualTo(SocketOptions.TcpNoDelay.ON);
    }
  }
}
