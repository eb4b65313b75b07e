package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.compileCleanly;
import static io.jobhandler.processor.TestCompiler.source;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** What the class that reports steps carries over from the handler class. */
class JobStepsSourceTest {
  private static final JavaFileObject ANNOTATIONS =
      source(
          "marks.All",
          """
          package marks;
          import java.lang.annotation.*;
          public @interface All {
            char letter() default 'a';
            long number() default 0;
            double[] sizes() default {};
            Class<?> type() default void.class;
            RetentionPolicy kept() default RetentionPolicy.CLASS;
            Deprecated nested() default @Deprecated;
            String value() default "";
            @interface Other {}
            @Target(ElementType.TYPE_USE) @interface Use {}
            @Target({ElementType.TYPE_USE, ElementType.PARAMETER, ElementType.METHOD})
            @interface Both {}
          }
          """);

  @Test
  void annotationsWithTheirValues() throws IOException {
    assertThat(
            stepsOf(
                """
                @All(letter = '\\'', number = 1L << 40, sizes = {1, 2.5}, type = int[].class,
                    kept = java.lang.annotation.RetentionPolicy.SOURCE,
                    nested = @Deprecated(since = "2"), value = "\\t\\"")
                Handlers(@All("x") @All.Other final int port, @All(sizes = 1) String host) {}
                @All @SuppressWarnings("unused") @Progress void step(@All int number) {}
                """))
        .contains(
            """
              @marks.All(letter = '\\'', number = 1099511627776L, sizes = {1.0, 2.5}, type = int[].class,\
             kept = java.lang.annotation.RetentionPolicy.SOURCE, nested = @Deprecated(since = "2"),\
             value = "\\t\\"")
              Handlers_JobSteps(
                  @marks.All("x") @marks.All.Other int port, @marks.All(sizes = 1.0) String host) {
                super(port, host);
              }
            """,
            """
              @Override
              @marks.All
              @SuppressWarnings("unused")
              void step(int number) {
            """);
  }

  @Test
  void annotationsOfTypesWhereTheyStand() throws IOException {
    assertThat(
            stepsOf(
                """
                Handlers(@All.Use Map<@All.Use String, ? extends @All.Use Number> it) {}
                Handlers(@All.Both String both, @All.Both int @All.Use [][] all) {}
                @Progress @All.Both List<?> step(Map.@All.Use Entry<?, ?> entry, @All.Use int i) {
                  return List.of();
                }
                """))
        .contains(
            "(\n      java.util.@marks.All.Use Map<@marks.All.Use String,"
                + " ? extends @marks.All.Use Number> it)",
            "(@marks.All.Both String both, @marks.All.Both int @marks.All.Use [][] all)",
            "java.util.@marks.All.Both List<?> step(",
            "java.util.Map.@marks.All.Use Entry<?, ?> entry, @marks.All.Use int i)");
  }

  @Test
  void namesThatMeanSomethingElseInTheSubclass() throws IOException {
    assertThat(
            stepsOf(
                """
                static class String {}
                static class StepRun {}
                static class Override {}
                class Inner<T> { class Most {} }
                @Progress java.lang.String step(String own, Doc doc, Inner<Integer>.Most most) {
                  return "";
                }
                @Progress <Doc> void other(Doc variable, test.Doc doc, Integer run) {}
                """))
        .contains(
            "@java.lang.Override\n  java.lang.String step(",
            "Handlers.String own, test.Doc doc, Handlers.Inner<Integer>.Most most)",
            "<Doc> void other(Doc variable, test.Doc doc, Integer run)",
            "io.jobhandler.spi.StepRun run_ = OTHER.begin();");
  }

  @Test
  void classesOfThePackageWhoseNamesAreThoseOfTheJdk() throws IOException {
    JavaFileObject integer = source("test.Integer", "package test; class Integer {}");
    JavaFileObject step = source("test.ProgressStep", "package test; class ProgressStep {}");

    assertThat(
            stepsOf(
                "@Progress void step(Integer a, java.lang.Integer b, ProgressStep c) {}\n",
                integer,
                step))
        .contains("void step(Integer a, java.lang.Integer b, test.ProgressStep c) {");
  }

  @Test
  void aPublicClassIsSeenByOtherPackages() throws IOException {
    Compilation compilation =
        compileCleanly(
            source(
                "test.Outer",
                """
                package test; import io.jobhandler.*;
                public class Outer {
                  public static class Handlers {
                    protected Handlers() {}
                    @JobHandler(operation = "a") public void handle() {}
                    @Progress protected void step() {}
                  }
                }
                """),
            source(
                "elsewhere.App",
                """
                package elsewhere;
                class App extends test.Outer_Handlers_JobSteps {}
                """));

    assertThat(text(compilation, "test.Outer_Handlers_JobSteps"))
        .contains("public class Outer_Handlers_JobSteps extends Outer.Handlers {");
  }

  @Test
  void aClassInNoPackage() throws IOException {
    Compilation compilation =
        compileCleanly(
            source(
                "Handlers",
                """
                import io.jobhandler.*;
                class Handlers {
                  @JobHandler(operation = "a") void handle() {}
                  @Progress Doc step() { return new Doc(); }
                  record Doc() {}
                }
                """));

    assertThat(text(compilation, "Handlers_JobSteps")).contains("Handlers.Doc step()");
  }

  private static String stepsOf(String body, JavaFileObject... more) throws IOException {
    JavaFileObject[] sources = new JavaFileObject[more.length + 3];
    System.arraycopy(more, 0, sources, 3, more.length);
    sources[2] = source("test.Doc", "package test; record Doc(int number) {}");
    sources[0] = ANNOTATIONS;
    sources[1] =
        source(
            "test.Handlers",
            """
            package test; import io.jobhandler.*; import java.util.*; import marks.All;
            class Handlers {
            @JobHandler(operation = "a") void handle(Doc document) {}
            %s}
            """
                .formatted(body));
    return text(compileCleanly(sources), "test.Handlers_JobSteps");
  }

  private static String text(Compilation compilation, String name) throws IOException {
    return compilation.generatedSourceFile(name).orElseThrow().getCharContent(true).toString();
  }
}
