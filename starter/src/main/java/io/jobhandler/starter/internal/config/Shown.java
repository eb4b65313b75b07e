package io.jobhandler.starter.internal.config;

/** Shows a value to people, unless it may be a secret that was put where it does not belong. */
final class Shown {
  private static final int LONG = 100;

  private Shown() {}

  /** The value in quotes, or what stands for it. */
  static String quoted(String text) {
    boolean hidden = isLikeKey(text) || text.length() > LONG || text.contains("@");
    return hidden ? "the value (" + text.length() + " characters, not shown)" : "'" + text + "'";
  }

  /** Whether a value is a key or certificate itself, not the name of a file. */
  static boolean isLikeKey(String text) {
    return text.contains("-----") || text.chars().anyMatch(Character::isISOControl);
  }
}
