package io.jobhandler.localjobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.localjobs.FaultRates.Delivery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.crt.mqtt5.QOS;
import software.amazon.awssdk.crt.mqtt5.packets.PublishPacket;

/** Chance decides, and the seed decides chance. */
class RandomFaultsTest {
  private static final String JOBS = "$aws/things/thing-1/jobs/";
  private static final Delivery NEVER = new Delivery(0, 0, 0);
  private static final Pattern TOKEN = Pattern.compile("\"clientToken\":\"(\\d+)\"");

  /** The tokens of the answers to some requests, in the order in which they come. */
  private static List<Integer> answers(int requests, long seed, FaultRates rates) throws Exception {
    try (LocalJobs jobs = LocalJobs.builder().start();
        Mqtt5Device device = Mqtt5Device.plain(jobs, "a")) {
      device.subscribe(QOS.AT_LEAST_ONCE, JOBS + "get/+", "fence");
      jobs.faults().random(seed, rates);
      for (int i = 0; i < requests; i++) {
        device.publish(JOBS + "get", "{\"clientToken\":\"" + i + "\"}");
      }
      return tokens(beforeFence(device));
    }
  }

  private static List<PublishPacket> beforeFence(Mqtt5Device device) throws Exception {
    device.publish("fence", "");
    List<PublishPacket> received = new ArrayList<>();
    for (PublishPacket next = device.next();
        !next.getTopic().equals("fence");
        next = device.next()) {
      received.add(next);
    }
    return received;
  }

  private static List<Integer> tokens(List<PublishPacket> answers) {
    List<Integer> tokens = new ArrayList<>();
    for (PublishPacket answer : answers) {
      Matcher token = TOKEN.matcher(Mqtt5Device.text(answer));
      assertThat(token.find()).isTrue();
      tokens.add(Integer.valueOf(token.group(1)));
    }
    return tokens;
  }

  @Test
  void aSeedSaysWhatBecomesOfResponses() throws Exception {
    FaultRates rates = new FaultRates(0.1, new Delivery(0.1, 0.1, 0.1), NEVER);

    List<Integer> answers = answers(200, 7, rates);

    assertThat(answers(200, 7, rates)).isEqualTo(answers);
    assertThat(answers(200, 8, rates)).isNotEqualTo(answers);
    // Each rate leaves its trace: some are missing, some come twice, some come early.
    int different = new HashSet<>(answers).size();
    assertThat(different).isBetween(120, 190);
    assertThat(answers.size() - different).isBetween(5, 50);
    assertThat(answers).isNotEqualTo(answers.stream().sorted().toList());
  }

  @Test
  void certaintyConcernsAll() throws Exception {
    assertThat(answers(3, 1, new FaultRates(1, NEVER, NEVER))).isEmpty();
    assertThat(answers(3, 1, new FaultRates(0, new Delivery(1, 0, 0), NEVER))).isEmpty();
    assertThat(answers(3, 1, new FaultRates(0, new Delivery(0, 1, 0), NEVER)))
        .containsExactly(0, 0, 1, 1, 2, 2);
    assertThat(answers(4, 1, new FaultRates(0, new Delivery(0, 0, 1), NEVER)))
        .containsExactly(1, 0, 3, 2);
    assertThat(answers(3, 1, new FaultRates(0, NEVER, new Delivery(1, 0, 0))))
        .containsExactly(0, 1, 2);
  }

  @Test
  void chanceDecidesOfNotificationsUntilItIsCleared() throws Exception {
    try (LocalJobs jobs = LocalJobs.builder().start();
        Mqtt5Device device = Mqtt5Device.plain(jobs, "a")) {
      device.subscribe(QOS.AT_LEAST_ONCE, JOBS + "notify");
      jobs.faults().random(1, new FaultRates(0, NEVER, new Delivery(0, 1, 0)));
      jobs.createJob("job-1", "{}", "thing-1");
      String list = device.next(JOBS + "notify");
      assertThat(device.next(JOBS + "notify")).isEqualTo(list);

      jobs.faults().random(1, new FaultRates(0, NEVER, new Delivery(1, 0, 0)));
      jobs.createJob("job-2", "{}", "thing-1");
      device.expectNothing();

      jobs.faults().clear();
      jobs.createJob("job-3", "{}", "thing-1");
      assertThat(device.next(JOBS + "notify")).contains("job-2", "job-3");
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
  void refusesWhatIsNoShare(double share) {
    assertThatThrownBy(() -> new FaultRates(share, NEVER, NEVER))
        .hasMessage("droppedRequests must be 0 to 1, but is " + share);
    assertThatThrownBy(() -> new Delivery(share, 0, 0)).hasMessageStartingWith("dropped must");
    assertThatThrownBy(() -> new Delivery(0, share, 0)).hasMessageStartingWith("duplicated must");
    assertThatThrownBy(() -> new Delivery(0, 0, share)).hasMessageStartingWith("reordered must");
  }

  @Test
  void refusesSharesOfMoreThanAll() {
    assertThatThrownBy(() -> new Delivery(0.5, 0.5, 0.25))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the sum of dropped, duplicated and reordered must be 0 to 1, but is 1.25");
  }
}
