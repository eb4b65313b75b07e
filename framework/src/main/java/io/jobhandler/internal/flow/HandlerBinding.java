package io.jobhandler.internal.flow;

import io.jobhandler.JobResult;
import io.jobhandler.spi.ConstraintViolation;
import io.jobhandler.spi.ContinuationInvocation;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.JobDispatcher;
import io.jobhandler.spi.JobInvocation;
import java.util.List;

/**
 * A handler method with the object that it is called on.
 *
 * @param method what is known of the method
 * @param dispatcher calls it
 * @param handler the object
 * @param <H> the class that declares the method
 */
public record HandlerBinding<H>(HandlerMethod method, JobDispatcher<H> dispatcher, H handler) {

  /**
   * Checks the constraints of a document.
   *
   * @param document the document in the handler's type
   * @return what it does not keep
   */
  public List<ConstraintViolation> validate(Object document) {
    return dispatcher.validate(method.operation(), document);
  }

  /**
   * Calls the method on the calling thread.
   *
   * @param invocation the arguments
   * @return what it returned
   * @throws Throwable what it threw
   */
  public JobResult call(JobInvocation invocation) throws Throwable {
    return dispatcher.dispatch(method.operation(), handler, invocation);
  }

  /**
   * Calls the {@link io.jobhandler.AfterRestart} method of the operation on the calling thread.
   *
   * @param invocation the arguments
   * @return what it returned
   * @throws Throwable what it threw
   */
  public JobResult callAfterRestart(ContinuationInvocation invocation) throws Throwable {
    return dispatcher.dispatchAfterRestart(method.operation(), handler, invocation);
  }

  /**
   * Calls the {@link io.jobhandler.OnCancelled} method of the operation on the calling thread.
   *
   * @param invocation the arguments
   * @throws Throwable what it threw
   */
  public void callOnCancelled(ContinuationInvocation invocation) throws Throwable {
    dispatcher.dispatchOnCancelled(method.operation(), handler, invocation);
  }
}
