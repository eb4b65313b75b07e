package io.jobhandler.jobs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the records do with lists that a message carries. */
final class Lists {
  private Lists() {}

  static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
