package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.compileCleanly;
import static io.jobhandler.processor.TestCompiler.source;

import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Names that could be taken for others; what counts is that the dispatchers compile. */
class SourceNamesTest {

  @Test
  void unnamedPackage() {
    compileCleanly(
        source(
            "Handlers",
            """
            import io.jobhandler.*;
            class Handlers {
              @JobHandler(operation = "a") void handle(Doc document) {}
              record Doc(String text) {}
            }
            """));
  }

  @Test
  void classesNamedLikeThoseOfTheFramework() {
    compileCleanly(
        source(
            "test.JobResult",
            """
            package test;
            class JobResult {
              @io.jobhandler.JobHandler(operation = "a")
              io.jobhandler.JobResult handle(HandlerMethod document) { return null; }
            }
            """),
        source("test.HandlerMethod", "package test; record HandlerMethod(int size) {}"));
  }

  @Test
  void checkpointsAndExceptionsNamedLikeThoseOfTheFramework() {
    compileCleanly(
        source(
            "test.HandlerPolicy",
            """
            package test;
            class HandlerPolicy {
              @io.jobhandler.MapException(type = MapException.class, reasonCode = "X")
              @io.jobhandler.JobHandler(
                  operation = "a",
                  onInterrupt = io.jobhandler.OnInterrupt.RERUN,
                  retryOn = ExceptionMapping.class)
              void handle() {}
              @io.jobhandler.AfterRestart(operation = "a")
              void goOn(ContinuationInvocation checkpoint) {}
              @io.jobhandler.OnCancelled(operation = "a")
              static void undo(ContinuationInvocation checkpoint) {}
            }
            """),
        source(
            "test.ContinuationInvocation",
            "package test; record ContinuationInvocation(int size) {}"),
        exception("ExceptionMapping"),
        exception("MapException"),
        exception("OnInterrupt"));
  }

  private static JavaFileObject exception(String name) {
    return source(
        "test." + name,
        """
        package test;
        class %s extends Exception { private static final long serialVersionUID = 1L; }
        """
            .formatted(name));
  }

  @Test
  void documentNamedLikeItsHandlerClass() {
    compileCleanly(
        source("other.Update", "package other; public record Update(int size) {}"),
        source(
            "test.Update",
            """
            package test;
            interface Update {
              @io.jobhandler.JobHandler(operation = "a") default void handle(other.Update update) {}
              @io.jobhandler.JobHandler(operation = "b") static void handle(Größe größe) {}
              record Größe(int höhe) {}
            }
            """));
  }

  @Test
  void overloadsWhoseDocumentsAreRelated() {
    compileCleanly(
        source(
            "test.Handlers",
            """
            package test; import io.jobhandler.*;
            class Handlers {
              @JobHandler(operation = "a") void handle(Base document) {}
              @JobHandler(operation = "b") void handle(Derived document) {}
              static class Base {}
              static class Derived extends Base {}
            }
            """));
  }
}
