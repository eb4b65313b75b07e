package io.jobhandler.internal.health;

/** Takes what is found wrong with the agent. Safe for use by several threads; never blocks. */
public interface Vitals {

  /**
   * Something is wrong. Of the same trouble about the same thing only the first time counts, and
   * the last text.
   *
   * @param trouble what
   * @param about what it is about, with an {@code equals} that tells it from others
   * @param text what is known of it, for people
   */
  void wrong(Trouble trouble, Object about, String text);

  /**
   * Something is right again, or always was.
   *
   * @param trouble what
   * @param about what it is about
   */
  void right(Trouble trouble, Object about);
}
