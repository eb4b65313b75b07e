package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.compile;
import static io.jobhandler.processor.TestCompiler.errors;
import static io.jobhandler.processor.TestCompiler.source;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTypeCheckTest {
  private static final String IMPORTS =
      "package test; import io.jobhandler.*; import com.fasterxml.jackson.annotation.*;"
          + " import java.util.*;\n";
  private static final String WHERE =
      " parameter 'update' of Handlers.install(Handlers.Update): its document cannot be read at ";

  /** Errors of a handler whose document has a member on the fifth line and what it needs behind. */
  private static List<String> errorsOf(String member, String more) {
    return errorsIn(
        """
        class Handlers {
          @JobHandler(operation = "a") void install(Update update) {}
          record Update(
              %s member) {}
        %s}
        """
            .formatted(member, more));
  }

  private static List<String> errorsIn(String text) {
    return errors(compile(source("test.Handlers", IMPORTS + text)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Closed; 6; JH070; Handlers.Closed has no constructor that Jackson can call: make it a"
            + " record, or give it a constructor without parameters or one with @JsonCreator",
        "Shape; 5; JH071; Handlers.Shape is abstract, and nothing says which class is meant: name a"
            + " class, or say it with @JsonTypeInfo(use = NAME) and @JsonSubTypes",
        "Object; 5; JH073; Object may be anything: name its class, or JsonNode for anything",
        "Class<?>; 5; JH074; Class<?> would be named by the document, which no document may do",
        "Named; 5; JH074; Handlers.Named has the document name a Java class, which no document may"
            + " do: use @JsonTypeInfo(use = NAME) and @JsonSubTypes",
        "Thread; 5; JH075; Thread is none that Jackson can read: use a record, a list, a map or a"
            + " text",
        "Map<Box, String>; 5; JH076; Handlers.Box is no key that a member's name can be read into:"
            + " use String or an enum",
        "Inner; 5; JH077; Handlers.Inner is an inner class, which needs an outer object: make it"
            + " static, or a record",
        "Made; 11; JH078; parameter 'text' of the @JsonCreator has no name in JSON: annotate it with"
            + " @JsonProperty(\"text\")",
        "Choice; 5; JH079; Handlers.Choice has no @JsonSubTypes: list the classes that a document"
            + " may choose from",
        "Twice; 13; JH080; 'a' is the name of two members of Handlers.Twice: rename one of them",
        "Created; 16; JH081; Handlers.Created has a second @JsonCreator with members as parameters:"
            + " keep one",
      })
  void unreadableMember(String type, int line, String code, String fault) {
    List<String> errors =
        errorsOf(
            type,
            """
              static class Closed { Closed(String a, String b) {} }
              interface Shape {}
              @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) interface Named {}
              record Box(String a, String b) {}
              static class Made { @JsonCreator Made(@JsonProperty("a") String a,
                  String text) {} }
              record Twice(@JsonProperty("a") String one,
                  @JsonProperty("a") String two) {}
              static class Created {
                @JsonCreator Created(@JsonProperty("a") String a) {}
                @JsonCreator Created(@JsonProperty("a") String a, @JsonProperty("b") String b) {} }
              @JsonTypeInfo(use = JsonTypeInfo.Id.NAME) interface Choice {}
              class Inner {}
            """);

    assertThat(errors)
        .containsExactly("Handlers.java:" + line + " [" + code + "]" + WHERE + "/member: " + fault);
  }

  @Test
  void rawType() {
    assertThat(errorsOf("@SuppressWarnings(\"rawtypes\") List", ""))
        .containsExactly(
            "Handlers.java:5 [JH072]"
                + WHERE
                + "/member: List is raw: say what it holds, for instance List<String>");
  }

  @Test
  void whereItIsDeepInTheDocument() {
    assertThat(errorsOf("List<Map<String, Object>>", ""))
        .containsExactly(
            "Handlers.java:5 [JH073]"
                + WHERE
                + "/member/*/*: Object may be anything: name its class, or JsonNode for anything");
  }

  @Test
  void sameTypeInHandlersAndCheckpointsIsReportedOnce() {
    assertThat(
            errorsIn(
                """
                class Handlers {
                  @JobHandler(operation = "a") JobResult one(Update update) { return null; }
                  @JobHandler(operation = "b") void two(Update update) {}
                  @AfterRestart(operation = "a") void goOn(Slot slot) {}
                  @OnCancelled(operation = "a") void end(Slot slot) {}
                  record Update(Object anything) {}
                  record Slot(Thread thread, Update update) {}
                }
                """))
        .containsExactly(
            "Handlers.java:7 [JH073] parameter 'update' of Handlers.one(Handlers.Update): its"
                + " document cannot be read at /anything: Object may be anything: name its class,"
                + " or JsonNode for anything",
            "Handlers.java:8 [JH075] parameter 'slot' of Handlers.goOn(Handlers.Slot): its"
                + " checkpoint cannot be read at /thread: Thread is none that Jackson can read: use"
                + " a record, a list, a map or a text");
  }

  @Test
  void typeOfAClassFileIsReportedAtTheParameter(@TempDir Path directory) throws Exception {
    DiskCompiler compiler = new DiskCompiler(directory);
    assertThat(
            compiler.compile(
                DiskCompiler.source("test.Old", "package test; record Old(Object a) {}")))
        .isEmpty();

    String said =
        compiler.compile(
            DiskCompiler.source(
                "test.Handlers",
                IMPORTS
                    + "class Handlers {\n@JobHandler(operation = \"a\")\nvoid handle(Old old) {}}"));

    assertThat(said)
        .contains(
            "Handlers.java:4: error: [JH073] parameter 'old' of Handlers.handle(Old): its document"
                + " cannot be read at /a: Object may be anything");
  }

  @Test
  void abstractDocumentThatNamesItsVariantIsFine() {
    assertThat(
            errorsIn(
                """
                class Handlers {
                  @JobHandler(operation = "a") void handle(Shape shape) {}
                  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
                  @JsonSubTypes(@JsonSubTypes.Type(value = Circle.class, name = "circle"))
                  sealed interface Shape permits Circle {}
                  record Circle(int radius) implements Shape {}
                }
                """))
        .isEmpty();
  }
}
