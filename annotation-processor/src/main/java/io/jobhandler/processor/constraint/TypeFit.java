package io.jobhandler.processor.constraint;

import io.jobhandler.processor.types.TypeNames;
import java.util.Set;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Which constraints may be on which types: as Jakarta Validation has it, and on {@code double} and
 * {@code float} as well.
 *
 * @param types the compiler's
 */
record TypeFit(Types types) {
  private static final Set<String> ALSO_ON_TEXT = Set.of("DecimalMin", "DecimalMax", "Digits");

  /** What a constraint on a type should be on instead, null where it is right. */
  @Nullable String misfit(ConstraintUse use, TypeMirror type) {
    String expected = expected(use, ValueKind.boundOf(type));
    return expected != null && TypeNames.qualifiedName(type).equals("java.util.Optional")
        ? "what the Optional holds, for instance Optional<@%s String>".formatted(use.name())
        : expected;
  }

  private @Nullable String expected(ConstraintUse use, TypeMirror type) {
    ValueKind kind = ValueKind.of(type, types);
    return switch (use.name()) {
      case "NotNull" -> null;
      case "Null" ->
          type.getKind().isPrimitive() || ValueKind.isOptionalNumber(type)
              ? "what can be null"
              : null;
      case "NotBlank", "Pattern", "Email" -> kind == ValueKind.TEXT ? null : "a text";
      case "NotEmpty", "Size" -> kind.hasSize() ? null : "a text, an array, a collection or a map";
      case "AssertTrue", "AssertFalse" -> kind == ValueKind.TRUTH ? null : "a boolean";
      default -> numeric(use, kind);
    };
  }

  private static @Nullable String numeric(ConstraintUse use, ValueKind kind) {
    boolean alsoOnText = ALSO_ON_TEXT.contains(use.name());
    if (kind == ValueKind.NUMBER || (alsoOnText && kind == ValueKind.TEXT)) {
      return null;
    }
    return alsoOnText ? "a number or a text of one" : "a number";
  }
}
