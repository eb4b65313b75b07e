package io.jobhandler.spi;

import io.jobhandler.JobResult;
import java.util.List;

/**
 * Calls the {@link io.jobhandler.JobHandler} methods of one class. The annotation processor writes
 * one implementation per handler class, with direct calls and no reflection, public and with a
 * public constructor without parameters, and lists it in {@value #INDEX_RESOURCE}.
 *
 * <p>Implementations are stateless and safe for use by several threads.
 *
 * @param <H> the class that declares the handler methods
 */
public interface JobDispatcher<H> {

  /**
   * The index of dispatchers on a class path: UTF-8 text, one binary class name of an
   * implementation of this interface a line, sorted; lines that are empty or begin with {@code #}
   * mean nothing.
   */
  String INDEX_RESOURCE = "META-INF/jobhandler/dispatchers";

  /**
   * The class that declares the handler methods.
   *
   * @return the handler class
   */
  Class<H> handlerClass();

  /**
   * The class whose objects report the {@link io.jobhandler.Progress} steps of the handler class.
   * An object of the handler class itself is called as well, and its steps are not reported.
   *
   * @return the handler class, or the subclass that the annotation processor has written for the
   *     steps, with the same constructors
   */
  default Class<? extends H> instanceClass() {
    return handlerClass();
  }

  /**
   * The handler methods of the class.
   *
   * @return one element per method, sorted by operation
   */
  List<HandlerMethod> handlerMethods();

  /**
   * Checks the constraints of a document, which are annotations of Jakarta Validation on its type.
   *
   * @param operation one of the operations of {@link #handlerMethods()} that takes a document
   * @param document an object of {@link HandlerMethod#documentType()}
   * @return what the document does not keep, in the order of the type's declarations, at most
   *     {@value DocumentPlace#MAX_VIOLATIONS}; none where its type has no constraints
   */
  default List<ConstraintViolation> validate(String operation, Object document) {
    return List.of();
  }

  /**
   * Calls the method for an operation on the calling thread.
   *
   * @param operation one of the operations of {@link #handlerMethods()}
   * @param handler the object whose method is called
   * @param invocation the arguments
   * @return what the method returned, or its stage ended with, as {@link io.jobhandler.JobHandler}
   *     says: {@link JobResult#succeeded()} for {@code void}
   * @throws IllegalArgumentException if the operation is none of this class's
   * @throws InterruptedException if the thread is interrupted while it waits for a stage
   * @throws Throwable what the method threw, unchanged, or its stage failed with
   */
  JobResult dispatch(String operation, H handler, JobInvocation invocation) throws Throwable;

  /**
   * Calls the {@link io.jobhandler.AfterRestart} method for an operation on the calling thread.
   *
   * @param operation one of the operations of {@link #handlerMethods()} that has such a method
   * @param handler the object whose method is called
   * @param invocation the arguments
   * @return what the method returned, or its stage ended with, as {@link io.jobhandler.JobHandler}
   *     says: {@link JobResult#succeeded()} for {@code void}
   * @throws IllegalArgumentException if the operation has no such method
   * @throws InterruptedException if the thread is interrupted while it waits for a stage
   * @throws Throwable what the method threw, unchanged, or its stage failed with
   */
  default JobResult dispatchAfterRestart(
      String operation, H handler, ContinuationInvocation invocation) throws Throwable {
    throw new IllegalArgumentException(
        "%s has no @AfterRestart method for operation '%s'"
            .formatted(handlerClass().getName(), operation));
  }

  /**
   * Calls the {@link io.jobhandler.OnCancelled} method for an operation on the calling thread.
   *
   * @param operation one of the operations of {@link #handlerMethods()} that has such a method
   * @param handler the object whose method is called
   * @param invocation the arguments
   * @throws IllegalArgumentException if the operation has no such method
   * @throws Throwable what the method threw, unchanged
   */
  default void dispatchOnCancelled(String operation, H handler, ContinuationInvocation invocation)
      throws Throwable {
    throw new IllegalArgumentException(
        "%s has no @OnCancelled method for operation '%s'"
            .formatted(handlerClass().getName(), operation));
  }
}
