package io.jobhandler.spi;

/**
 * Makes the objects that handler methods are called on. Called once per handler class when the
 * agent is built.
 */
@FunctionalInterface
public interface HandlerFactory {

  /**
   * Makes or finds the object for a handler class.
   *
   * @param handlerClass a class with {@link io.jobhandler.JobHandler} methods
   * @param <H> that class
   * @return the object that all jobs of its operations are dispatched to; never null
   * @throws RuntimeException if the object cannot be made; the agent is then not built
   */
  <H> H create(Class<H> handlerClass);
}
