package io.jobhandler.processor.document;

import io.jobhandler.processor.types.TypeNames;
import java.util.stream.Collectors;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Names for types that are the same however the use of them is annotated. */
final class TypeKeys {
  private TypeKeys() {}

  static String keyOf(TypeMirror type) {
    if (type.getKind() != TypeKind.DECLARED) {
      return type.getKind().name();
    }
    DeclaredType declared = (DeclaredType) type;
    String name = TypeNames.qualifiedName(declared);
    return declared.getTypeArguments().isEmpty()
        ? name
        : declared.getTypeArguments().stream()
            .map(TypeKeys::keyOf)
            .collect(Collectors.joining(",", name + "<", ">"));
  }
}
