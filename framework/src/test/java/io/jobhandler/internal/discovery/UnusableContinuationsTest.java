package io.jobhandler.internal.discovery;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jobhandler.AfterRestart;
import io.jobhandler.JobHandler;
import io.jobhandler.JobResult;
import io.jobhandler.OnCancelled;
import io.jobhandler.OnInterrupt;
import io.jobhandler.Payload;
import io.jobhandler.Progress;
import io.jobhandler.ProgressReporter;
import io.jobhandler.payload.VerifiedPayload;
import org.junit.jupiter.api.Test;

/** Methods that cannot go on with jobs, in handler classes without a generated dispatcher. */
class UnusableContinuationsTest {

  record Slot(String name) {}

  record Partition(int number) {}

  enum Side {
    LEFT
  }

  static final class BelongsToNone {
    @JobHandler(operation = "update")
    void run() {}

    @AfterRestart(operation = "updat")
    void goOn() {}
  }

  static final class UndoesNone {
    @JobHandler(operation = "update")
    void run() {}

    @OnCancelled(operation = "reset")
    void undo() {}
  }

  static final class GoesOnTwice {
    @JobHandler(operation = "x")
    void run() {}

    @AfterRestart(operation = "x")
    void one() {}

    @AfterRestart(operation = "x")
    void two() {}
  }

  static final class NeverGoesOn {
    @JobHandler(operation = "x", onInterrupt = OnInterrupt.RESUME)
    void run() {}

    @OnCancelled(operation = "x")
    void undo() {}
  }

  static final class DisagreesWithItself {
    @JobHandler(operation = "x")
    void run() {}

    @AfterRestart(operation = "x")
    void goOn(Slot slot) {}

    @OnCancelled(operation = "x")
    void undo(Partition partition) {}
  }

  @Test
  void refusesWhatDoesNotFitItsHandler() {
    assertRefused(
        BelongsToNone.class,
        "operation 'updat' of BelongsToNone.goOn() is that of no @JobHandler in its class; known:"
            + " [update]");
    assertRefused(
        UndoesNone.class,
        "operation 'reset' of UndoesNone.undo() is that of no @JobHandler in its class; known:"
            + " [update]");
    assertRefused(
        GoesOnTwice.class,
        "operation 'x' has two @AfterRestart methods, GoesOnTwice.one() and GoesOnTwice.two()");
    assertRefused(
        NeverGoesOn.class,
        "onInterrupt of NeverGoesOn.run() is RESUME, but nothing goes on: declare an"
            + " @AfterRestart(operation = \"x\") method in its class, or write OnInterrupt.RERUN or"
            + " OnInterrupt.FAIL");
    assertRefused(
        DisagreesWithItself.class,
        "DisagreesWithItself.undo(Partition) takes the checkpoint as "
            + Partition.class.getName()
            + ", and DisagreesWithItself.goOn(Slot) takes it as "
            + Slot.class.getName()
            + ": take one type in both");
  }

  static final class ReturnsText {
    @JobHandler(operation = "x")
    void run() {}

    @AfterRestart(operation = "x")
    String goOn() {
      return "";
    }
  }

  static final class ReturnsAResult {
    @JobHandler(operation = "x")
    void run() {}

    @OnCancelled(operation = "x")
    JobResult undo() {
      return JobResult.succeeded();
    }
  }

  @Test
  void refusesWhatReturnsSomethingElse() {
    assertRefused(
        ReturnsText.class,
        "ReturnsText.goOn() returns String, expected void, JobResult, a record, a Map<String, String>, or a CompletionStage of one of these");
    assertRefused(ReturnsAResult.class, "ReturnsAResult.undo() returns JobResult, expected void");
  }

  static final class TakesTwo {
    @JobHandler(operation = "x")
    void run() {}

    @AfterRestart(operation = "x")
    void goOn(Slot one, Slot two) {}
  }

  static final class TakesAPayload {
    @JobHandler(operation = "x")
    void run() {}

    @AfterRestart(operation = "x")
    void goOn(@Payload VerifiedPayload image) {}
  }

  static final class ReportsItsUndoing {
    @JobHandler(operation = "x")
    void run() {}

    @OnCancelled(operation = "x")
    void undo(@Progress ProgressReporter progress) {}
  }

  static final class TakesUnmarkedProgress {
    @JobHandler(operation = "x")
    void run() {}

    @AfterRestart(operation = "x")
    void goOn(ProgressReporter progress) {}
  }

  @Test
  void refusesParametersThatItHasNothingFor() {
    assertRefused(
        TakesTwo.class, "TakesTwo.goOn(Slot, Slot) takes 2 checkpoints, expected at most one");
    assertRefused(
        TakesAPayload.class,
        "TakesAPayload.goOn(VerifiedPayload) takes a payload, which only a @JobHandler method can");
    assertRefused(
        ReportsItsUndoing.class,
        "ReportsItsUndoing.undo(ProgressReporter) takes a ProgressReporter, but nothing is reported"
            + " after a cancellation");
    assertRefused(
        TakesUnmarkedProgress.class,
        "TakesUnmarkedProgress.goOn(ProgressReporter): @Progress belongs on a ProgressReporter, and"
            + " a ProgressReporter needs it");
  }

  static final class TakesAnInt {
    @JobHandler(operation = "x")
    void run() {}

    @AfterRestart(operation = "x")
    void goOn(int checkpoint) {}
  }

  static final class TakesSlots {
    @JobHandler(operation = "x")
    void run() {}

    @AfterRestart(operation = "x")
    void goOn(Slot[] checkpoint) {}
  }

  static final class TakesText {
    @JobHandler(operation = "x")
    void run() {}

    @OnCancelled(operation = "x")
    void undo(String checkpoint) {}
  }

  static final class TakesAResult {
    @JobHandler(operation = "x")
    void run() {}

    @AfterRestart(operation = "x")
    void goOn(JobResult checkpoint) {}
  }

  static final class TakesASide {
    @JobHandler(operation = "x")
    void run() {}

    @AfterRestart(operation = "x")
    void goOn(Side checkpoint) {}
  }

  @Test
  void refusesTypesThatNoCheckpointCanBeReadInto() {
    String fault = " takes a %s, which no checkpoint can be read into: take a class or record";

    assertRefused(TakesAnInt.class, "TakesAnInt.goOn(int)" + fault.formatted("int"));
    assertRefused(TakesSlots.class, "TakesSlots.goOn(Slot[])" + fault.formatted("Slot[]"));
    assertRefused(TakesText.class, "TakesText.undo(String)" + fault.formatted("String"));
    assertRefused(
        TakesAResult.class, "TakesAResult.goOn(JobResult)" + fault.formatted("JobResult"));
    assertRefused(TakesASide.class, "TakesASide.goOn(Side)" + fault.formatted("Side"));
  }

  private static void assertRefused(Class<?> handlerClass, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReflectiveDispatcher.of(handlerClass))
        .withMessage(message);
  }
}
