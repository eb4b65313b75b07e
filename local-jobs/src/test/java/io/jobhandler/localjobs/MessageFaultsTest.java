package io.jobhandler.localjobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.crt.mqtt5.QOS;

/** Requests, responses and notifications that are lost, late, sent twice or in another order. */
class MessageFaultsTest {
  private static final String JOBS = "$aws/things/thing-1/jobs/";
  private static final String NOTIFY = JOBS + "notify";
  private static final String NOTIFY_NEXT = JOBS + "notify-next";
  private static final String GET = JOBS + "get";

  private final LocalJobs jobs = LocalJobs.builder().start();
  private Mqtt5Device device;

  @BeforeEach
  void connect() throws Exception {
    device = Mqtt5Device.plain(jobs, "a");
    device.subscribe(QOS.AT_LEAST_ONCE, JOBS + "#");
  }

  @AfterEach
  void stop() {
    device.close();
    jobs.close();
  }

  private void get(String token) throws Exception {
    device.publish(GET, "{\"clientToken\":\"" + token + "\"}");
  }

  private void expectAnswer(String token) throws Exception {
    assertThat(device.next(GET + "/accepted")).contains("\"" + token + "\"");
  }

  @Test
  void dropsRequestsUnserved() throws Exception {
    jobs.createJob("job-1", "{}", "thing-1");
    device.next();
    device.next();
    jobs.faults().dropRequests(1);

    device.publish(JOBS + "start-next", "{}");
    device.expectNothing();

    assertThat(jobs.describeJobExecution("thing-1", "job-1").status())
        .isEqualTo(ExecutionStatus.QUEUED);
    device.publish(JOBS + "start-next", "{}");
    device.next(JOBS + "start-next/accepted");
  }

  @Test
  void holdsResponsesUntilTheyAreReleased() throws Exception {
    jobs.faults().holdResponses(2);
    get("one");
    get("two");
    get("three");
    expectAnswer("three");
    device.expectNothing();

    jobs.faults().releaseResponses();

    expectAnswer("one");
    expectAnswer("two");
    jobs.faults().releaseResponses();
    device.expectNothing();
  }

  @Test
  void servesTheRequestWhoseResponseIsHeld() throws Exception {
    jobs.createJob("job-1", "{}", "thing-1");
    device.next(NOTIFY);
    device.next(NOTIFY_NEXT);
    jobs.faults().holdResponses(1);

    device.publish(JOBS + "job-1/update", "{\"status\":\"SUCCEEDED\"}");

    device.next(NOTIFY);
    device.next(NOTIFY_NEXT);
    jobs.faults().releaseResponses();
    device.next(JOBS + "job-1/update/accepted");
  }

  @Test
  void releasesToTheConnectionThatTheClientHasThen() throws Exception {
    jobs.faults().holdResponses(1);
    get("one");
    device.expectNothing();
    jobs.faults().disconnectClients();
    assertThat(device.awaitConnection()).isNotNull();
    device.subscribe(QOS.AT_LEAST_ONCE, JOBS + "#");

    jobs.faults().releaseResponses();

    expectAnswer("one");
  }

  @Test
  void duplicatesNotifications() throws Exception {
    jobs.faults().duplicateNotifications(3);

    jobs.createJob("job-1", "{}", "thing-1");
    jobs.createJob("job-2", "{}", "thing-1");
    jobs.createJob("job-3", "{}", "thing-1");

    String list = device.next(NOTIFY);
    assertThat(device.next(NOTIFY)).isEqualTo(list);
    String head = device.next(NOTIFY_NEXT);
    assertThat(device.next(NOTIFY_NEXT)).isEqualTo(head);
    list = device.next(NOTIFY);
    assertThat(device.next(NOTIFY)).isEqualTo(list);
    assertThat(device.next(NOTIFY)).contains("job-3");
    device.expectNothing();
  }

  @Test
  void reordersResponses() throws Exception {
    jobs.faults().reorderMessages(3);
    get("one");
    device.expectNothing();
    get("two");
    expectAnswer("two");
    expectAnswer("one");
    get("three");
    device.expectNothing();
    get("four");
    expectAnswer("four");
    expectAnswer("three");
    get("five");
    expectAnswer("five");
  }

  @Test
  void reordersNotifications() throws Exception {
    jobs.faults().reorderMessages(1);

    jobs.createJob("job-1", "{}", "thing-1");

    device.next(NOTIFY_NEXT);
    device.next(NOTIFY);
  }

  @Test
  void reordersTheMessagesOfEachClientByItself() throws Exception {
    try (Mqtt5Device other = Mqtt5Device.plain(jobs, "b")) {
      other.subscribe(QOS.AT_LEAST_ONCE, NOTIFY);
      jobs.faults().reorderMessages(1);

      jobs.createJob("job-1", "{}", "thing-1");
      device.next(NOTIFY_NEXT);
      device.next(NOTIFY);
      other.expectNothing();

      jobs.createJob("job-2", "{}", "thing-1");
      assertThat(other.next(NOTIFY)).contains("job-2");
      assertThat(other.next(NOTIFY)).doesNotContain("job-2");
    }
  }

  @Test
  void clearDropsWhatIsHeld() throws Exception {
    jobs.faults().holdResponses(1);
    jobs.faults().reorderMessages(1);
    get("held");
    get("overtaken");
    device.expectNothing();

    jobs.faults().clear();

    jobs.faults().releaseResponses();
    get("late");
    expectAnswer("late");
    device.expectNothing();
  }

  @Test
  void repeatsEarlierNotifications() throws Exception {
    jobs.createJob("job-1", "{}", "thing-1");
    String list = device.next(NOTIFY);
    String head = device.next(NOTIFY_NEXT);
    device.publish(JOBS + "job-1/update", "{\"status\":\"SUCCEEDED\"}");
    device.next(JOBS + "job-1/update/accepted");
    String empty = device.next(NOTIFY);
    device.next(NOTIFY_NEXT);

    jobs.faults().repeatNotification(NOTIFY, 1);
    assertThat(device.next(NOTIFY)).isEqualTo(list);
    jobs.faults().repeatNotification(NOTIFY_NEXT, 1);
    assertThat(device.next(NOTIFY_NEXT)).isEqualTo(head);
    jobs.faults().repeatNotification(NOTIFY, 0);
    assertThat(device.next(NOTIFY)).isEqualTo(empty);
  }

  @Test
  void repeatsANotificationThatWasDropped() throws Exception {
    jobs.faults().dropNotifications(2);
    jobs.createJob("job-1", "{}", "thing-1");
    device.publish(GET, "{}");
    assertThat(device.next(GET + "/accepted")).contains("job-1");

    jobs.faults().repeatNotification(NOTIFY_NEXT, 0);

    assertThat(device.next(NOTIFY_NEXT)).contains("job-1");
  }

  @Test
  void knowsTheLast64NotificationsOnly() throws Exception {
    assertThatThrownBy(() -> jobs.faults().repeatNotification(NOTIFY, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no notification on '" + NOTIFY + "' that is 0 before the latest");
    jobs.createJob("job-0", "{}", "thing-1");
    for (int i = 1; i <= 63; i++) {
      jobs.createJob("job-" + i, "{}", "thing-1");
    }
    // 64 lists and one head: the oldest list is forgotten.
    for (int i = 0; i < 65; i++) {
      device.next();
    }
    jobs.faults().repeatNotification(NOTIFY, 62);
    assertThat(device.next(NOTIFY)).contains("job-1");
    assertThatThrownBy(() -> jobs.faults().repeatNotification(NOTIFY, 63))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> jobs.faults().repeatNotification(NOTIFY, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }

  @Test
  void publishesAnything() throws Exception {
    byte[] bytes = "\0\u00ff{".getBytes(StandardCharsets.ISO_8859_1);

    jobs.faults().publish(JOBS + "some-job/update/accepted", bytes);

    assertThat(device.next().getPayload()).isEqualTo(bytes);
    jobs.faults().publish(NOTIFY, new byte[200 * 1024]);
    assertThat(device.next().getPayload()).hasSize(200 * 1024);
  }
}
