package io.jobhandler.internal.session;

import io.jobhandler.internal.flow.ExecutionKey;
import java.util.LinkedHashSet;
import java.util.Set;

/** The executions that ended here last, as many as a late notification might still name. */
final class RecentKeys {
  private static final int MOST = 64;

  private final Set<ExecutionKey> keys = new LinkedHashSet<>();

  void add(ExecutionKey key) {
    keys.add(key);
    if (keys.size() > MOST) {
      keys.remove(keys.iterator().next());
    }
  }

  boolean contains(ExecutionKey key) {
    return keys.contains(key);
  }
}
