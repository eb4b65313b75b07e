package io.jobhandler.internal.document;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.KeyDeserializers;
import com.fasterxml.jackson.databind.jsontype.PolymorphicTypeValidator;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what would have a document name a Java class, whatever a document type is annotated with.
 * Jackson reports what is thrown here as a fault of the document type.
 */
final class NamedClasses extends SimpleModule {
  @Serial private static final long serialVersionUID = 1L;

  @Override
  public void setupModule(SetupContext context) {
    context.addDeserializers(new NoClasses());
    context.addKeyDeserializers(new NoKeys());
  }

  private static IllegalArgumentException refused(JavaType type, String fix) {
    return new IllegalArgumentException(
        "%s would have the document name a Java class, which no document may do; %s"
            .formatted(type.toCanonical(), fix));
  }

  private static void requireNoClass(JavaType type) {
    if (type.hasRawClass(Class.class)) {
      throw refused(type, "use a String or an enum");
    }
  }

  private static final class NoClasses extends Deserializers.Base {
    @Override
    public @Nullable JsonDeserializer<?> findBeanDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription description) {
      requireNoClass(type);
      return null;
    }
  }

  private static final class NoKeys implements KeyDeserializers {
    @Override
    public @Nullable KeyDeserializer findKeyDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription description) {
      requireNoClass(type);
      return null;
    }
  }

  /** Asked only where {@code @JsonTypeInfo} has a class named, and not a name of a list. */
  static final class NoTypeInfo extends PolymorphicTypeValidator.Base {
    @Serial private static final long serialVersionUID = 1L;

    @Override
    public Validity validateBaseType(MapperConfig<?> config, JavaType baseType) {
      throw refused(baseType, "use @JsonTypeInfo(use = NAME) and @JsonSubTypes");
    }
  }
}
