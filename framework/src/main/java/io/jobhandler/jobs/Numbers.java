package io.jobhandler.jobs;

/** Checks of numbers that a message carries. */
final class Numbers {
  private Numbers() {}

  static void requireNotNegative(String name, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " is " + value + ", expected 0 or more");
    }
  }
}
