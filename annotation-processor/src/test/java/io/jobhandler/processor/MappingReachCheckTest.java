package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.compile;
import static io.jobhandler.processor.TestCompiler.errors;
import static io.jobhandler.processor.TestCompiler.source;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingReachCheckTest {

  @Test
  void everyHandlerMapsASuperclass() {
    assertThat(errorsFor("Exception", "Throwable"))
        .containsExactly(
            "Handlers.java:2 [JH063] @MapException for IOException on Handlers never counts, since"
                + " every handler maps a superclass of it, for instance Exception, and a handler's"
                + " mapping counts first: map IOException on the handlers, or remove it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Error", "java.io.FileNotFoundException", "java.io.IOException"})
  void oneHandlerMapsNoSuperclass(String type) {
    assertThat(errorsFor("Exception", type)).isEmpty();
    assertThat(errorsFor(type, "Exception")).isEmpty();
  }

  @Test
  void aHandlerMapsTheExceptionItselfToo() {
    String both = "Exception.class, reasonCode = \"C\") @MapException(type = java.io.IOException";
    assertThat(errorsFor(both, "Exception")).isEmpty();
  }

  private static List<String> errorsFor(String one, String other) {
    return errors(
        compile(
            source(
                "test.Handlers",
                """
                package test; import io.jobhandler.*;
                @MapException(type = java.io.IOException.class, reasonCode = "A")
                class Handlers {
                  @MapException(type = %s.class, reasonCode = "B")
                  @JobHandler(operation = "one") void one() {}
                  @MapException(type = %s.class, reasonCode = "B")
                  @JobHandler(operation = "other") void other() {}
                }
                """
                    .formatted(one, other))));
  }
}
