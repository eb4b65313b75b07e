record Doc(@Nullable String use, @org.jspecify.annotations.Nullable List<String> list,
    java.util.@org.jspecify.annotations.Nullable UUID qualified, @Nullable int[] notTheArray,
    int @Nullable [] theArray, @Nullable Optional<Part> part, @Nullable Integer boxed) {}
record Part(@Nullable String name) {}
@java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE)
@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
@interface Nullable {}
