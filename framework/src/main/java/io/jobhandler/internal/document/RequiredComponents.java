package io.jobhandler.internal.document;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import java.io.Serial;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a record's components required unless they are nullable ({@code @Nullable} of any library)
 * or an {@link Optional}: neither missing nor null then.
 */
final class RequiredComponents extends NopAnnotationIntrospector {
  @Serial private static final long serialVersionUID = 1L;

  private static final Set<Class<?>> OPTIONALS =
      Set.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  @Override
  public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
    return isRequired(member) ? Boolean.TRUE : null;
  }

  @Override
  public JsonSetter.Value findSetterInfo(Annotated annotated) {
    return isRequired(annotated)
        ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
        : super.findSetterInfo(annotated);
  }

  private static boolean isRequired(Annotated annotated) {
    if (!(annotated instanceof AnnotatedParameter parameter)
        || !parameter.getDeclaringClass().isRecord()
        || OPTIONALS.contains(parameter.getRawType())
        || parameter.hasAnnotation(JsonAnySetter.class)) {
      return false;
    }
    if (!(parameter.getOwner().getAnnotated() instanceof Executable constructor)) {
      return false;
    }
    AnnotatedType type = constructor.getAnnotatedParameterTypes()[parameter.getIndex()];
    return !isNullable(type, constructor.getParameters()[parameter.getIndex()]);
  }

  private static boolean isNullable(AnnotatedElement... places) {
    return Stream.of(places)
        .flatMap(place -> Arrays.stream(place.getAnnotations()))
        .anyMatch(annotation -> annotation.annotationType().getSimpleName().equals("Nullable"));
  }
}
