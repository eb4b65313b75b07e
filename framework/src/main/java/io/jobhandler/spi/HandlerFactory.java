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

  /**
   * Makes or finds the object for a handler class with {@link io.jobhandler.Progress} steps, which
   * are reported of objects of a subclass. By default, {@link #create(Class)} is asked for that
   * subclass. A factory that finds objects that others have made may return one of the handler
   * class, whose steps are then not reported.
   *
   * @param handlerClass a class with {@link io.jobhandler.JobHandler} methods
   * @param instanceClass the class to make, {@link JobDispatcher#instanceClass()}
   * @param <H> the handler class
   * @return the object that all jobs of its operations are dispatched to; never null
   * @throws RuntimeException if the object cannot be made; the agent is then not built
   */
  default <H> H create(Class<H> handlerClass, Class<? extends H> instanceClass) {
    return create(instanceClass);
  }
}
