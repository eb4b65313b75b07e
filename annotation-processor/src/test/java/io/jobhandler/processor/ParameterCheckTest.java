package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.compile;
import static io.jobhandler.processor.TestCompiler.errors;
import static io.jobhandler.processor.TestCompiler.errorsInHandlers;
import static io.jobhandler.processor.TestCompiler.handlers;
import static io.jobhandler.processor.TestCompiler.source;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterCheckTest {
  private static final String NULLABLE = "@org.jspecify.annotations.Nullable";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "int; int; a primitive",
        "boolean; boolean; a primitive",
        "Doc[]; test.Doc[]; an array",
        "List<String>; List<String>; a generic type",
        "Map<String, Doc>; Map<String, Doc>; a generic type",
        "Optional<?>; Optional<?>; a generic type",
        "Box<Doc>; Handlers.Box<Doc>; a generic type",
        "Object; Object; a type of the JDK",
        "String; String; a type of the JDK",
        "Integer; Integer; a type of the JDK",
        "UUID; UUID; a type of the JDK",
        "Color; Handlers.Color; an enum",
        "Shape; Handlers.Shape; an interface",
        "Base; Handlers.Base; an abstract class",
        "Inner; Handlers.Inner; an inner class",
      })
  void unsupportedType(String type, String display, String misfit) {
    assertThat(
            errorsInHandlers(
                """
                @JobHandler(operation = "a")
                void handle(
                    %s document) {}
                enum Color { RED }
                interface Shape {}
                abstract static class Base {}
                class Inner {}
                record Box<T>(T content) {}
                """
                    .formatted(type)))
        .containsExactly(
            "Handlers.java:5 [JH014] parameter 'document' of Handlers.handle(%s) is of type %s, %s"
                    .formatted(display, display, misfit)
                + ": a handler takes a class or record for the document, a JobContext, a"
                + " @Progress ProgressReporter, and @Payload VerifiedPayloads");
  }

  @Test
  void typeVariable() {
    assertThat(errorsInHandlers("@JobHandler(operation = \"a\") <T> void handle(T document) {}\n"))
        .contains(
            "Handlers.java:3 [JH014] parameter 'document' of Handlers.handle(T) is of type T, a"
                + " type variable: a handler takes a class or record for the document, a"
                + " JobContext, a @Progress ProgressReporter, and @Payload VerifiedPayloads");
  }

  @Test
  void severalDocuments() {
    assertThat(
            errorsInHandlers(
                """
                @JobHandler(operation = "a")
                void handle(
                    Doc first,
                    JobContext context,
                    Doc second) {}
                """))
        .containsExactly(
            "Handlers.java:7 [JH010] parameter 'second' of Handlers.handle(Doc, JobContext, Doc) is"
                + " a second document: a job has one document, read all of it into one class or"
                + " record");
  }

  @Test
  void repeatedContextAndProgress() {
    assertThat(
            errorsInHandlers(
                """
                @JobHandler(operation = "a") void one(
                    JobContext context,
                    JobContext again) {}
                @JobHandler(operation = "b") void two(
                    @Progress ProgressReporter progress,
                    @Progress ProgressReporter again) {}
                """))
        .containsExactly(
            "Handlers.java:5 [JH011] parameter 'again' of Handlers.one(JobContext, JobContext) is a"
                + " second JobContext: remove it",
            "Handlers.java:8 [JH011] parameter 'again' of Handlers.two(ProgressReporter,"
                + " ProgressReporter) is a second ProgressReporter: remove it");
  }

  @Test
  void progressOnSomethingElse() {
    assertThat(
            errorsInHandlers(
                """
                @JobHandler(operation = "a") void handle(
                    @Progress String text,
                    @Progress
                    JobContext context) {}
                """))
        .containsExactly(
            "Handlers.java:4 [JH012] parameter 'text' of Handlers.handle(String, JobContext) is"
                + " annotated with @Progress and is a String: declare it as ProgressReporter, or"
                + " remove @Progress",
            "Handlers.java:5 [JH012] parameter 'context' of Handlers.handle(String, JobContext) is"
                + " annotated with @Progress and is a JobContext: declare it as ProgressReporter,"
                + " or remove @Progress");
  }

  @Test
  void progressReporterWithoutProgress() {
    assertThat(
            errorsInHandlers(
                """
                @JobHandler(operation = "a")
                void handle(ProgressReporter progress) {}
                """))
        .containsExactly(
            "Handlers.java:4 [JH013] parameter 'progress' of Handlers.handle(ProgressReporter) is a"
                + " ProgressReporter without @Progress: annotate it with @Progress");
  }

  @Test
  void privateDocument() {
    assertThat(
            errorsInHandlers(
                """
                @JobHandler(operation = "a") void handle(Secret document) {}
                private record Secret() {}
                """))
        .containsExactly(
            "Handlers.java:3 [JH016] parameter 'document' of Handlers.handle(Handlers.Secret) is of"
                + " a type out of the dispatcher's reach because Secret is private: remove"
                + " 'private', package-private is enough");
  }

  @Test
  void inheritedDocumentThatIsProtectedInAnotherPackage() {
    List<String> errors =
        errors(
            compile(
                source(
                    "other.Base",
                    """
                    package other;
                    public class Base { protected static class Hidden {} }
                    """),
                source(
                    "test.Handlers",
                    """
                    package test;
                    class Handlers extends other.Base {
                      @io.jobhandler.JobHandler(operation = "a") void handle(Hidden document) {}
                    }
                    """)));

    assertThat(errors)
        .containsExactly(
            "Handlers.java:3 [JH016] parameter 'document' of Handlers.handle(Base.Hidden) is of a"
                + " type out of the dispatcher's reach because Hidden is in another package and not"
                + " public: make it public");
  }

  @Test
  void anyOrderAndTypeAnnotationsAreFine() {
    String body =
        """
        @JobHandler(operation = "a") void a(@Progress ProgressReporter p, Doc d, JobContext c) {}
        @JobHandler(operation = "b") void b(JobContext c, @Progress ProgressReporter p, Doc d) {}
        @JobHandler(operation = "c") void c(@Progress final ProgressReporter p) {}
        @JobHandler(operation = "d") void d(@Nullable Doc d, @Nullable JobContext c) {}
        """;

    assertThat(errors(compile(handlers(body.replace("@Nullable", NULLABLE))))).isEmpty();
  }
}
