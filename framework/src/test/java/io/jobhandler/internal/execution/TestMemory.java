package io.jobhandler.internal.execution;

import io.jobhandler.JobWork;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remembers as objects what handlers store, and fails when the test wants it to. */
final class TestMemory implements JobMemory {
  /** The checkpoints, in order. */
  final List<Object> stored = new ArrayList<>();

  /** The steps that were asked for, in order. */
  final List<String> steps = new ArrayList<>();

  @Nullable RuntimeException failure;

  @Override
  public void store(Object checkpoint) {
    if (failure != null) {
      throw failure;
    }
    stored.add(checkpoint);
  }

  @Override
  public <T> @Nullable T checkpoint(Class<T> type) {
    if (failure != null) {
      throw failure;
    }
    return stored.isEmpty() ? null : type.cast(stored.get(stored.size() - 1));
  }

  @Override
  public <T extends @Nullable Object, X extends Exception> T step(
      String name, Class<T> type, JobWork<T, X> work) throws X {
    steps.add(name + " " + type.getSimpleName());
    return work.run();
  }
}
