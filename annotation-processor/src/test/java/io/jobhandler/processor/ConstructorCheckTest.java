package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.compile;
import static io.jobhandler.processor.TestCompiler.errors;
import static io.jobhandler.processor.TestCompiler.errorsInHandlers;
import static io.jobhandler.processor.TestCompiler.source;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstructorCheckTest {
  private static final String HANDLER = "@JobHandler(operation = \"a\") void handle() {}\n";
  private static final String PRIVATE =
      "private Handlers() {}\nprivate Handlers(int number) {}\n" + HANDLER;

  @Test
  void severalInjectedConstructors() {
    assertThat(
            errorsInHandlers(
                """
                @jakarta.inject.Inject Handlers(String a) {}
                Handlers() {}
                @jakarta.inject.Inject
                private Handlers(int a) {}
                @com.google.inject.Inject
                Handlers(boolean a) {}
                """
                    + HANDLER))
        .containsExactly(
            "Handlers.java:5 [JH065] handler class Handlers has an earlier constructor with"
                + " @Inject: keep it on one of them",
            "Handlers.java:7 [JH065] handler class Handlers has an earlier constructor with"
                + " @Inject: keep it on one of them");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "static final String NAME = \"a\"; static int count;\n",
        "static final System.Logger LOG = System.getLogger(\"a\"); Object other;\n",
        "@JobHandler(operation = \"b\") static void other() {}\n",
        "private void helper() {}\n",
      })
  void privateConstructors(String members) {
    assertThat(errorsInHandlers(PRIVATE + members))
        .containsExactly(
            "Handlers.java:3 [JH066] nothing can make handler class Handlers, since its"
                + " constructors are private: remove 'private' from one without parameters, or"
                + " annotate one with @Inject");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "static final Handlers INSTANCE = new Handlers();\n",
        "static final Object INSTANCE = new Handlers();\n",
        "static final List<?> INSTANCES = List.of(new Handlers());\n",
        "static Handlers create() { return new Handlers(); }\n",
        "static class Builder {}\n",
        "Handlers(long number) {}\n",
        "@jakarta.inject.Inject private Handlers(String name) {}\n",
        "@com.google.inject.Inject private Handlers(String name) {}\n",
      })
  void privateConstructorsThatMayBeCalled(String members) {
    assertThat(errorsInHandlers(PRIVATE + members)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class Handlers { Handlers(String needed) {} %s }",
        "abstract class Handlers { private Handlers() {} static Handlers create() { return null; }"
            + " %s }",
        "enum Handlers { ONE; %s }",
        "record Handlers(String needed) { %s }",
        "interface Handlers { @JobHandler(operation = \"a\") default void handle() {} }",
        "class Handlers { static class Nested { private Nested() {} %s } }",
        "class Handlers { private Handlers() {} }",
      })
  void whatTheApplicationMayMakeOrBind(String text) {
    String handlers = "package test; import io.jobhandler.*; " + text.formatted(HANDLER);

    assertThat(errors(compile(source("test.Handlers", handlers)))).isEmpty();
  }
}
