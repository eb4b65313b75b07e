package io.jobhandler.internal.json;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the classes that objects of a document type may be made of. */
public final class TypeGraph {
  private final Set<Class<?>> found = new LinkedHashSet<>();

  private TypeGraph() {}

  /** The class and those that it is made of, without those of the JDK. */
  public static Set<Class<?>> of(Class<?> type) {
    TypeGraph graph = new TypeGraph();
    graph.visit(type);
    return graph.found;
  }

  private void visit(Type type) {
    if (type instanceof Class<?> named) {
      visitClass(named);
    } else if (type instanceof ParameterizedType generic) {
      visit(generic.getRawType());
      visitAll(generic.getActualTypeArguments());
    } else if (type instanceof GenericArrayType array) {
      visit(array.getGenericComponentType());
    } else if (type instanceof WildcardType wildcard) {
      visitAll(wildcard.getUpperBounds());
    } else if (type instanceof TypeVariable<?> variable) {
      visitAll(variable.getBounds());
    }
  }

  private void visitAll(Type... types) {
    Arrays.stream(types).forEach(this::visit);
  }

  private void visitClass(Class<?> type) {
    if (type.isArray()) {
      visitClass(type.getComponentType());
    } else if (!type.isPrimitive() && !type.getName().startsWith("java.") && found.add(type)) {
      visitAll(type.getGenericInterfaces());
      Stream.ofNullable(type.getGenericSuperclass()).forEach(this::visit);
      Arrays.stream(type.getDeclaredFields()).map(Field::getGenericType).forEach(this::visit);
      Stream.concat(
              Arrays.stream(type.getDeclaredConstructors()),
              Arrays.stream(type.getDeclaredMethods()))
          .map(Executable::getGenericParameterTypes)
          .forEach(this::visitAll);
      Stream.ofNullable(type.getAnnotation(JsonSubTypes.class))
          .flatMap(subTypes -> Arrays.stream(subTypes.value()))
          .forEach(subType -> visit(subType.value()));
    }
  }
}
