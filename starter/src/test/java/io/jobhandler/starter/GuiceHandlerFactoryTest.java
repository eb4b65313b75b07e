package io.jobhandler.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import io.jobhandler.JobHandler;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Which objects Guice makes of handler classes with steps. */
class GuiceHandlerFactoryTest {

  static class Rollout {
    @JobHandler(operation = "rollout")
    void install() {}
  }

  /** What the annotation processor writes for the steps. */
  static final class RolloutSteps extends Rollout {
    @Inject
    RolloutSteps() {}
  }

  private static Rollout made(Module module) {
    Injector injector = Guice.createInjector(module);
    return new NamingHandlerFactory(new GuiceHandlerFactory(injector))
        .create(Rollout.class, RolloutSteps.class);
  }

  @Test
  void makesTheClassThatReportsTheSteps() {
    assertThat(made(new AbstractModule() {})).isInstanceOf(RolloutSteps.class);
  }

  @Test
  void takesWhatIsBoundToTheHandlerClass() {
    Rollout bound = new Rollout();

    assertThat(
            made(
                new AbstractModule() {
                  @Override
                  protected void configure() {
                    bind(Rollout.class).toInstance(bound);
                  }
                }))
        .isSameAs(bound);
  }

  @Test
  void theHandlerClassMayBeBoundToTheOneThatReportsItsSteps() {
    assertThat(
            made(
                new AbstractModule() {
                  @Override
                  protected void configure() {
                    bind(Rollout.class).to(RolloutSteps.class);
                  }
                }))
        .isInstanceOf(RolloutSteps.class);
  }

  @Test
  void namesTheHandlerClassThatCannotBeMade() {
    assertThatExceptionOfType(AgentSetupException.class)
        .isThrownBy(
            () ->
                made(
                    new AbstractModule() {
                      @Override
                      protected void configure() {
                        binder().requireExplicitBindings();
                      }
                    }))
        .withMessageStartingWith("The handler " + Rollout.class.getName() + " cannot be made: ");
  }
}
