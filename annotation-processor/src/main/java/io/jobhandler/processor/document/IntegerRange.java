package io.jobhandler.processor.document;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * The integers that a Java type holds.
 *
 * @param min the least, null where there is none
 * @param max the greatest, null where there is none
 */
public record IntegerRange(@Nullable BigInteger min, @Nullable BigInteger max) {

  /** All integers. */
  public static final IntegerRange UNBOUNDED = new IntegerRange(null, null);

  static IntegerRange of(long min, long max) {
    return new IntegerRange(BigInteger.valueOf(min), BigInteger.valueOf(max));
  }
}
