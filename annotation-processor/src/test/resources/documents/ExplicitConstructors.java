record Doc(Compact compact, Canonical canonical, Other other) {}
record Compact(@Nullable String a, String b) {
  Compact { a = a == null ? "" : a; }
}
record Canonical(@Nullable String a, String b) {
  Canonical(String a, @Nullable String b) { this.a = a; this.b = String.valueOf(b); }
}
record Other(@Nullable String a, String b) {
  Other(int a, int b, int c) { this("" + a, ""); }
  Other(@Nullable String a, String b) { this.a = a; this.b = b; }
}
@java.lang.annotation.Target({java.lang.annotation.ElementType.FIELD, java.lang.annotation.ElementType.PARAMETER})
@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
@interface Nullable {}
