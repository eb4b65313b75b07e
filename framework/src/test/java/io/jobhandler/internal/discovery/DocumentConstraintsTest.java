package io.jobhandler.internal.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.jobhandler.JobHandler;
import jakarta.validation.Constraint;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentConstraintsTest {
  record Own(@Positive int size) {}

  record OfElements(List<@Size(max = 3) String> names) {}

  record InAList(Map<String, ? extends List<Own[]>> owns) {}

  record InItself(@Nullable InItself next, Own own) {}

  @SuppressWarnings("ArrayRecordComponent") // documents may have them
  record Generic<T extends Own>(T value, List<T>[] values) {}

  static class Inheriting extends Parent {}

  static class Parent {
    @NotBlank String name = "";
  }

  static class Setting {
    void setOwn(Own own) {}
  }

  @JsonSubTypes(@JsonSubTypes.Type(Variant.class))
  interface Variants {}

  record Variant(@Positive int size) implements Variants {}

  record OfVariants(Variants one) {}

  @Constraint(validatedBy = {})
  @Retention(RetentionPolicy.RUNTIME)
  @interface Even {}

  record Custom(@Even int size) {}

  @Even
  static class OfClass {}

  @SuppressWarnings("ArrayRecordComponent") // documents may have them
  record Plain(int size, List<String> names, @Nullable Plain next, int[][] numbers) {}

  /** Takes what is not checked by reflection. */
  static class Handlers {
    @JobHandler(operation = "own")
    void own(Own document) {}
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Own.class,
        OfElements.class,
        InAList.class,
        InItself.class,
        Generic.class,
        Inheriting.class,
        Setting.class,
        OfVariants.class,
        Custom.class,
        OfClass.class
      })
  void constraintsAreRefused(Class<?> type) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DocumentConstraints.requireNone(type, "Handlers.take()"))
        .withMessageStartingWith("Handlers.take(): the document type ")
        .withMessageContaining("has constraints of Jakarta Validation");
  }

  @Test
  void otherDocumentsAreNot() {
    assertThatCode(
            () -> {
              DocumentConstraints.requireNone(null, "");
              DocumentConstraints.requireNone(Plain.class, "");
            })
        .doesNotThrowAnyException();
  }

  @Test
  void handlersWithSuchDocumentsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReflectiveDispatcher.of(Handlers.class))
        .withMessage(
            "Handlers.own(Own): the document type %s has constraints of Jakarta Validation, which"
                + " only generated code checks: compile the handlers with"
                + " jobhandler-annotation-processor (annotationProcessorPaths in the compiler"
                + " plugin)",
            Own.class.getName());
  }

  @Test
  void annotationsNeedNotBeOnTheClassPath() throws Exception {
    Class<?> own = new WithoutValidation().loadClass(Own.class.getName());
    assertThat(own.getRecordComponents()[0].getAccessor().getAnnotations()).isEmpty();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> DocumentConstraints.requireNone(own, "Handlers.take()"));
  }

  /** Has the classes of this test, and not the annotations. */
  private static final class WithoutValidation extends ClassLoader {
    WithoutValidation() {
      super(DocumentConstraintsTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("jakarta.")) {
        throw new ClassNotFoundException(name);
      }
      return name.equals(Own.class.getName()) ? define(name) : super.loadClass(name, resolve);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = file.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
