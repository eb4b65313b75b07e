package io.jobhandler.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.JobResult;
import io.jobhandler.RetryLaterException;
import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.jobs.JobStatus;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.HandlerPolicy;
import io.jobhandler.spi.JobGate;
import io.jobhandler.spi.JobGate.Candidate;
import io.jobhandler.spi.JobGate.NotNow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Gates that say "not now": jobs a1 and a2 are of the operation a; e runs alone. */
class EngineGatesTest {
  private static final Duration WAIT = Duration.ofMinutes(5);
  private static final HandlerMethod A = Handlers.method("a", null);
  private static final HandlerMethod B = Handlers.method("b", null);
  private static final HandlerMethod EXCLUSIVE =
      Handlers.method("e", null).withPolicy(HandlerPolicy.unset().withExclusive());

  /** What the gate says of a job; nothing where it is open. */
  private final Map<String, Supplier<Optional<NotNow>>> answers = new HashMap<>();

  private final List<Candidate> asked = new ArrayList<>();
  private final EngineFixture fixture =
      EngineFixture.withGates(List.of(this::check), 3, A, B, EXCLUSIVE).connect();

  private Optional<NotNow> check(Candidate job) {
    asked.add(job);
    return answers.getOrDefault(job.jobId(), Optional::empty).get();
  }

  private void shut(String jobId) {
    answers.put(jobId, () -> Optional.of(new NotNow(WAIT, "the battery is low")));
  }

  private void open(String jobId) {
    answers.remove(jobId);
  }

  private List<String> asked() {
    return asked.stream().map(Candidate::jobId).toList();
  }

  private List<String> begun() {
    return begun(fixture);
  }

  private static List<String> begun(EngineFixture fixture) {
    return fixture.service.updates().stream()
        .filter(update -> update.status().equals("IN_PROGRESS"))
        .map(ScriptedService.Update::jobId)
        .distinct()
        .toList();
  }

  @Test
  void aGateIsToldWhichJobCouldBegin() {
    fixture.queue(List.of(), "a1");

    assertThat(asked).containsExactly(new Candidate("a1", 1, "a"));
    assertThat(begun()).containsExactly("a1");
  }

  @Test
  void aJobThatIsHeldStaysQueuedUntilTheGateOpens() {
    shut("a1");
    fixture.queue(List.of(), "a1");
    assertThat(fixture.service.updates()).isEmpty();

    open("a1");
    fixture.advance(WAIT);
    assertThat(begun()).containsExactly("a1");
    assertThat(fixture.service.described()).containsExactly("a1");
  }

  @Test
  void aGateIsAskedAgainAtTheTimeThatItNamedAndNotBefore() {
    shut("a1");
    fixture.queue(List.of(), "a1");
    fixture.advance(WAIT.minus(EngineFixture.PATIENCE).minusNanos(1));
    fixture.queue(List.of(), "a1", "b1");
    fixture.service.connect();
    assertThat(asked()).containsExactly("a1", "b1");
  }

  @Test
  void aGateIsAskedAgainAsOftenAsItSaysNotNow() {
    shut("a1");
    fixture.queue(List.of(), "a1");
    for (int i = 2; i < 5; i++) {
      fixture.advance(WAIT.minusNanos(1));
      assertThat(asked()).hasSize(i - 1);
      fixture.advance(Duration.ofNanos(1));
      assertThat(asked()).hasSize(i);
    }

    assertThat(fixture.service.updates()).isEmpty();
  }

  @Test
  void laterJobsOfItsOperationWaitWithAHeldJobAndOthersDoNot() {
    shut("a1");
    fixture.queue(List.of(), "a1", "a2", "b1");
    assertThat(begun()).containsExactly("b1");
    assertThat(asked()).containsExactly("a1", "b1");

    open("a1");
    fixture.advance(WAIT);
    assertThat(begun()).containsExactly("b1", "a1");
    assertThat(asked()).containsExactly("a1", "b1", "a1");
  }

  @Test
  void aHeldJobIsNotAskedAboutAgainWhereThereIsNoRoom() {
    EngineFixture narrow = EngineFixture.withGates(List.of(this::check), 1, A, B).connect();
    shut("a1");
    narrow.queue(List.of(), "a1", "b1");
    narrow.admit("b1");
    narrow.advance(WAIT);
    assertThat(asked()).containsExactly("a1", "b1");

    open("a1");
    narrow.finish("b1");
    assertThat(begun(narrow)).containsExactly("b1", "a1");
  }

  @Test
  void oneThatRunsAloneHoldsNobodyUpWhileItIsHeld() {
    shut("e1");
    fixture.queue(List.of(), "a1", "e1", "b1");
    assertThat(begun()).containsExactly("a1", "b1");

    fixture.advance(WAIT);
    assertThat(asked()).containsExactly("a1", "e1", "b1", "e1");
  }

  @Test
  void oneThatRunsAloneWaitsForOthersWhenItsGateOpens() {
    shut("e1");
    fixture.queue(List.of(), "a1", "e1");
    fixture.admit("a1");
    open("e1");
    fixture.advance(WAIT);
    fixture.queue(List.of("a1"), "e1", "b1");
    assertThat(begun()).containsExactly("a1");

    fixture.finish("a1");
    assertThat(begun()).containsExactly("a1", "e1");
  }

  @Test
  void noGateIsAskedWhileAnExclusiveJobRuns() {
    fixture.queue(List.of(), "e1", "a1");

    assertThat(asked()).containsExactly("e1");
  }

  @Test
  void allGatesMustLetAJobBegin() {
    List<String> second = new ArrayList<>();
    JobGate consent =
        job -> {
          second.add(job.jobId());
          return second.size() < 2
              ? Optional.of(new NotNow(Duration.ofMinutes(1), "nobody has consented"))
              : Optional.empty();
        };
    EngineFixture both = EngineFixture.withGates(List.of(this::check, consent), 1, A).connect();
    shut("a1");
    both.queue(List.of(), "a1");
    assertThat(second).isEmpty();

    open("a1");
    both.advance(WAIT);
    assertThat(second).containsExactly("a1");
    assertThat(begun(both)).isEmpty();
    both.advance(Duration.ofMinutes(1));
    assertThat(asked()).containsExactly("a1", "a1", "a1");
    assertThat(begun(both)).containsExactly("a1");
  }

  @Test
  void aGateThatThrowsIsAskedAgainAfterAMinute() {
    answers.put(
        "a1",
        () -> {
          throw new AssertionError("a mistake in a gate");
        });
    fixture.queue(List.of(), "a1", "b1");
    assertThat(begun()).containsExactly("b1");

    open("a1");
    fixture.advance(Duration.ofMinutes(1).minusNanos(1));
    assertThat(begun()).containsExactly("b1");
    fixture.advance(Duration.ofNanos(1));
    assertThat(begun()).containsExactly("b1", "a1");
  }

  @Test
  @SuppressWarnings({"NullAway", "NullOptional"}) // what an app without such checks may return
  void aGateThatReturnsNullIsAskedAgainAfterAMinute() {
    answers.put("a1", () -> null);
    fixture.queue(List.of(), "a1", "b1");
    assertThat(begun()).containsExactly("b1");

    open("a1");
    fixture.advance(Duration.ofMinutes(1));
    assertThat(begun()).containsExactly("b1", "a1");
  }

  @Test
  void noGateIsAskedAboutAJobThatGoesOn() {
    fixture.handler =
        invocation -> {
          throw new RetryLaterException(Duration.ofMinutes(5), "busy");
        };
    fixture.queue(List.of(), "a1");
    fixture.admit("a1");
    fixture.runHandler();
    fixture.service.accept("a1");
    fixture.service.describe("a1", JobStatus.IN_PROGRESS, 3, EngineFixture.TOKEN);
    shut("a1");
    fixture.handler = invocation -> JobResult.succeeded();
    fixture.advance(Duration.ofMinutes(5));
    fixture.service.describeOurs("a1", "{\"operation\":\"a\"}");
    fixture.admit("a1");
    fixture.finish("a1");

    assertThat(asked()).containsExactly("a1");
    assertThat(fixture.handled).containsExactly("a1", "a1");
  }

  @Test
  void noGateIsAskedAboutADocumentThatIsRefused() {
    shut("unknown1");
    fixture.queue(List.of(), "unknown1");

    assertThat(asked()).isEmpty();
    assertThat(fixture.service.updatesInShort())
        .containsExactly("unknown1 REJECTED UNKNOWN_OPERATION");
  }

  @Test
  void aHeldJobThatIsCancelledInTheCloudVanishesWithItsTimer() {
    int before = fixture.time.waiting();
    shut("a1");
    shut("b1");
    fixture.queue(List.of(), "a1", "b1");
    assertThat(fixture.time.waiting()).isEqualTo(before + 2);

    fixture.service.list("b1");
    fixture.advance(EngineFixture.PATIENCE); // the list is asked for once more
    fixture.service.answerList("b1");
    assertThat(fixture.time.waiting()).isEqualTo(before + 1);
    open("a1");
    open("b1");
    fixture.advance(WAIT);
    assertThat(asked()).containsExactly("a1", "b1", "b1");
    assertThat(begun()).containsExactly("b1");
  }

  @Test
  void theTimersOfHeldJobsEndWithTheAgent() {
    shut("a1");
    fixture.queue(List.of(), "a1");
    fixture.engine.drain();
    open("a1");
    fixture.advance(WAIT.multipliedBy(2));

    assertThat(fixture.time.waiting()).isZero();
    assertThat(asked()).containsExactly("a1");
    assertThat(begun()).isEmpty();
  }

  @Test
  void anAgentWithoutGatesAsksNone() {
    EngineFixture free = EngineFixture.withRoom(1, A).connect();
    free.queue(List.of(), "a1");

    assertThat(begun(free)).containsExactly("a1");
    assertThat(asked).isEmpty();
  }
}
