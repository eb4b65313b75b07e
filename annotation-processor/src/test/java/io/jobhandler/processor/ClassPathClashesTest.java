package io.jobhandler.processor;

import static io.jobhandler.processor.DiskCompiler.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.processor.DiskCompiler.JavaSource;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handlers and those of other jars and modules of a build, compiled apart. */
class ClassPathClashesTest {
  private static final JavaSource POWER = handlers("lib", "Power", "restart");
  private static final JavaSource NETWORK = handlers("app", "Network", "restart");
  private static final String CLASH =
      "Network.java:4: error: [JH067] operation 'restart' of Network.handle() is also the"
          + " operation of lib.Power on the class path: give each handler an operation of its own";

  @TempDir private Path directory;
  private DiskCompiler library;
  private DiskCompiler app;

  @BeforeEach
  void makeCompilers() throws IOException {
    library = new DiskCompiler(directory.resolve("library"));
    app = new DiskCompiler(directory.resolve("app"));
  }

  @Test
  void operationOfAJar() throws IOException {
    assertThat(library.compile(POWER)).isEmpty();

    assertThat(app.compileWith(List.of(library.jar()), NETWORK))
        .contains(CLASH)
        .contains("operation = \"restart\"")
        .contains("1 error");
  }

  @Test
  void operationOfAnotherModuleOfTheBuild() {
    assertThat(library.compile(POWER)).isEmpty();

    assertThat(app.compileWith(List.of(library.classes()), NETWORK)).contains(CLASH);
  }

  @Test
  void operationOfSeveralJars() throws IOException {
    DiskCompiler another = new DiskCompiler(directory.resolve("another"));
    assertThat(library.compile(POWER)).isEmpty();
    assertThat(another.compile(handlers("a.b", "Power", "restart"))).isEmpty();

    assertThat(app.compileWith(List.of(library.jar(), another.jar()), NETWORK))
        .contains("is also the operation of a.b.Power, lib.Power on the class path:");
  }

  @Test
  void operationOfANestedClassAndAnotherOfTheSameName() throws IOException {
    JavaSource nested =
        source(
            "lib.Network",
            """
            package lib; import io.jobhandler.*;
            class Network { static class Wifi { @JobHandler(operation = "restart") void up() {} } }
            """);
    assertThat(library.compile(nested)).isEmpty();

    assertThat(app.compileWith(List.of(library.jar()), NETWORK))
        .contains("is also the operation of lib.Network.Wifi on the class path:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"new", "0", "a-b", "a.b", "a:b", "a_b", "..", "Restart"})
  void operationThatIsNoNameInJava(String operation) throws IOException {
    assertThat(library.compile(handlers("lib", "Power", operation))).isEmpty();

    assertThat(app.compileWith(List.of(library.jar()), handlers("app", "Network", operation)))
        .contains("[JH067] operation '" + operation + "' of Network.handle()");
  }

  @Test
  void otherOperationsDoNotClash() throws IOException {
    assertThat(library.compile(POWER, handlers("lib", "Wifi", "a-b"))).isEmpty();

    assertThat(app.compileWith(List.of(library.jar()), handlers("app", "Network", "a_b")))
        .isEmpty();
  }

  @Test
  void otherErrorsAreReportedAlong() throws IOException {
    JavaSource bad =
        source(
            "app.Bad",
            """
            package app; import io.jobhandler.*;
            class Bad { @JobHandler(operation = "bad") private void handle() {} }
            """);
    assertThat(library.compile(POWER)).isEmpty();

    assertThat(app.compileWith(List.of(library.jar()), NETWORK, bad)).contains("[JH001]", CLASH);
  }

  @Test
  void aClassAndItsOwnJarDoNotClash() throws IOException {
    assertThat(library.compile(POWER)).isEmpty();
    Path jar = library.jar();

    assertThat(library.compileWith(List.of(jar, library.jar()), POWER)).isEmpty();
  }

  @Test
  void aJarThatIsThereTwiceIsNamedOnce() throws IOException {
    assertThat(library.compile(POWER)).isEmpty();

    assertThat(app.compileWith(List.of(library.jar(), library.jar()), NETWORK)).contains(CLASH);
  }

  @Test
  void aMarkerOfAClassThatIsGoneMeansNothing() throws IOException {
    assertThat(library.compile(POWER)).isEmpty();
    library.deleteClass("lib.Power");

    assertThat(app.compileWith(List.of(library.jar()), NETWORK)).isEmpty();
  }

  @Test
  void aMarkerOfAnOperationThatIsGoneMeansNothing() throws IOException {
    assertThat(library.compile(POWER)).isEmpty();
    assertThat(library.compile(handlers("lib", "Power", "shut_down"))).isEmpty();

    assertThat(app.compileWith(List.of(library.jar()), NETWORK)).isEmpty();
  }

  @Test
  void aClassAmongTheMarkersThatIsNoneMeansNothing() {
    JavaSource stranger =
        source(
            "io.jobhandler.operation.of_restart.Stranger",
            """
            package io.jobhandler.operation.of_restart;
            class Stranger { static final int HANDLER_CLASS = 1; String other = ""; }
            """);
    assertThat(library.compile(stranger)).isEmpty();

    assertThat(app.compileWith(List.of(library.classes()), NETWORK)).isEmpty();
  }

  @Test
  void aClassThatIsRenamedDoesNotClashWithWhatItLeft() throws IOException {
    assertThat(app.compile(NETWORK)).isEmpty();

    assertThat(app.compile(handlers("app", "Wifi", "restart"))).isEmpty();
    app.deleteClass("app.Network");
    assertThat(app.compile(handlers("app", "Wifi", "restart"))).isEmpty();
  }

  @Test
  void aMarkerIsAClassThatLoads() throws Exception {
    assertThat(library.compile(POWER)).isEmpty();

    try (URLClassLoader loader = library.classLoader()) {
      Field constant =
          loader
              .loadClass("io.jobhandler.operation.of_restart.lib_Power")
              .getDeclaredField("HANDLER_CLASS");
      constant.setAccessible(true);
      assertThat(constant.get(null)).isEqualTo("lib.Power");
    }
  }

  @Test
  void jarsWithHandlersAreModulesSideBySide() throws IOException {
    DiskCompiler another = new DiskCompiler(directory.resolve("another"));
    assertThat(library.compile(POWER)).isEmpty();
    assertThat(another.compile(handlers("other", "Wifi", "scan"))).isEmpty();
    Path modules = Files.createDirectories(directory.resolve("modules"));
    Files.copy(library.jar(), modules.resolve("power.jar"));
    Files.copy(another.jar(), modules.resolve("wifi.jar"));
    JavaSource module = source("module-info", "module app { requires power; requires wifi; }");

    assertThat(app.compile(List.of("-p", modules.toString()), module)).isEmpty();
  }

  private static JavaSource handlers(String packageName, String name, String operation) {
    return source(
        packageName + "." + name,
        """
        package %s; import io.jobhandler.*;
        class %s {
          @JobHandler(
              operation = "%s")
          void handle() {}
        }
        """
            .formatted(packageName, name, operation));
  }
}
