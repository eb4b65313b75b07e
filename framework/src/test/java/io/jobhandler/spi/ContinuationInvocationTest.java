package io.jobhandler.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobhandler.JobResult;
import io.jobhandler.OnProgress;
import io.jobhandler.ProgressReporter;
import io.jobhandler.internal.fixture.Handlers;
import io.jobhandler.testing.TestJobContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What methods that go on with a job are called with, and what is known of them. */
class ContinuationInvocationTest {
  private static final HandlerMethod METHOD = Handlers.method("x", null);

  private static ContinuationInvocation with(@Nullable Object checkpoint) {
    return new ContinuationInvocation(checkpoint, TestJobContext.of("x"), new Nowhere());
  }

  private static final class Nowhere implements ProgressReporter {
    @Override
    public void report(int percent) {}

    @Override
    public void report(int percent, String step) {}
  }

  /** A dispatcher of a class that was written before there were such methods. */
  private static final class Plain implements JobDispatcher<Object> {
    @Override
    public Class<Object> handlerClass() {
      return Object.class;
    }

    @Override
    public List<HandlerMethod> handlerMethods() {
      return List.of(METHOD);
    }

    @Override
    public JobResult dispatch(String operation, Object handler, JobInvocation invocation) {
      return JobResult.succeeded();
    }
  }

  @Test
  void theCheckpointHasTheTypeThatTheMethodDeclares() {
    assertThat(with("here").checkpoint(String.class)).isEqualTo("here");
    assertThat(with("here").checkpoint(CharSequence.class)).isEqualTo("here");
    assertThat(with(null).checkpoint(String.class)).isNull();
  }

  @Test
  void aCheckpointOfAnotherTypeIsAFault() {
    assertThatThrownBy(() -> with(7).checkpoint(String.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("expected a checkpoint of java.lang.String for x");
  }

  @Test
  void aClassWithoutSuchMethodsIsNamed() {
    Plain plain = new Plain();

    assertThatThrownBy(() -> plain.dispatchAfterRestart("x", "handler", with(null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("java.lang.Object has no @AfterRestart method for operation 'x'");
    assertThatThrownBy(() -> plain.dispatchOnCancelled("x", "handler", with(null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("java.lang.Object has no @OnCancelled method for operation 'x'");
  }

  @Test
  void aMethodKnowsThoseThatGoOnWithItsJobs() {
    HandlerMethod both =
        METHOD.withAfterRestart(String.class, "X.go(String)").withOnCancelled(null, "X.undo()");

    assertThat(METHOD.afterRestart()).isNull();
    assertThat(METHOD.onCancelled()).isNull();
    assertThat(both.afterRestart()).isEqualTo(new Continuation(String.class, "X.go(String)"));
    assertThat(both.onCancelled()).isEqualTo(new Continuation(null, "X.undo()"));
  }

  @Test
  void eachChangeOfAMethodLeavesTheRest() {
    HandlerPolicy policy = HandlerPolicy.unset().withMaxAttempts(7);
    PayloadParameter payload = new PayloadParameter("image", "/a", "/codesign", "", false);
    HandlerMethod changed =
        METHOD
            .withAfterRestart(null, "X.go()")
            .withOnCancelled(null, "X.undo()")
            .withPolicy(policy)
            .withPayload(payload)
            .withOnProgress(OnProgress.RESTART_STEP_TIMER);

    assertThat(changed)
        .isEqualTo(
            new HandlerMethod(
                METHOD.operation(),
                METHOD.documentType(),
                METHOD.stepTimeout(),
                OnProgress.RESTART_STEP_TIMER,
                METHOD.signature(),
                List.of(payload),
                policy,
                new Continuation(null, "X.go()"),
                new Continuation(null, "X.undo()")));
    assertThat(METHOD.policy()).isEqualTo(HandlerPolicy.unset());
  }
}
