record Doc(@Maybe.Nullable String declaration, @Forgotten.Nullable String lost,
    @OnMethods.Nullable String onAccessor, String plain, Optional<String> perhaps,
    OptionalInt number, OptionalLong large, OptionalDouble decimal, int primitive,
    @Maybe.Nullable Integer boxed) {}
class Maybe {
  @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) @interface Nullable {}
}
class Forgotten {
  @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.CLASS) @interface Nullable {}
}
class OnMethods {
  @java.lang.annotation.Target(java.lang.annotation.ElementType.METHOD)
  @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) @interface Nullable {}
}
