package io.jobhandler.localjobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.crt.mqtt5.QOS;
import software.amazon.awssdk.crt.mqtt5.packets.PublishPacket;

/** Without TCP_NODELAY on the service's side, an answer behind an acknowledgement waits 40 ms. */
class LatencyTest {
  private static final String GET = "$aws/things/thing-1/jobs/get";

  @ParameterizedTest
  @EnumSource(names = {"AT_MOST_ONCE", "AT_LEAST_ONCE"})
  void answersWithoutDelay(QOS qos) throws Exception {
    try (LocalJobs jobs = LocalJobs.builder().start();
        Mqtt5Device device = Mqtt5Device.plain(jobs, "device")) {
      device.subscribe(qos, GET + "/accepted");
      long[] nanos = new long[100];
      for (int i = 0; i < nanos.length; i++) {
        long begin = System.nanoTime();
        assertThat(device.client.publish(PublishPacket.of(GET, QOS.AT_LEAST_ONCE, new byte[0])))
            .isNotNull();
        device.next(GET + "/accepted");
        nanos[i] = System.nanoTime() - begin;
      }
      Arrays.sort(nanos);
      assertThat(Duration.ofNanos(nanos[nanos.length / 2])).isLessThan(Duration.ofMillis(15));
    }
  }
}
