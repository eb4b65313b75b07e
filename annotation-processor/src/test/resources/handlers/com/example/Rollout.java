package com.example;

import io.jobhandler.AfterRestart;
import io.jobhandler.JobHandler;
import io.jobhandler.JobResult;
import io.jobhandler.Progress;
import io.jobhandler.ProgressReporter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

public class Rollout {
  private final Map<String, ? extends List<int[]>> slots;

  public Rollout(Map<String, ? extends List<int[]>> slots) {
    this.slots = slots;
  }

  @Deprecated(since = "2.0", forRemoval = true)
  protected <T extends Comparable<? super T> & Closeable> Rollout(T only, String... names)
      throws IOException, InterruptedException {
    this(Map.of());
  }

  @JobHandler(operation = "rollout")
  JobResult install(ConfigUpdate update, @Progress ProgressReporter progress) throws IOException {
    writeImage(Path.of("image"));
    return count(slots.keySet().toArray(String[]::new)) > 0
        ? JobResult.restartAndContinue(update)
        : JobResult.succeeded();
  }

  @AfterRestart(operation = "rollout")
  void confirm() throws IOException {
    keep(List.of("a"), 1);
  }

  @Progress(step = "write \"it\"", weight = 60)
  void writeImage(Path run) throws IOException {}

  @Progress(weight = 10)
  protected int count(String... names) {
    return names.length;
  }

  @Progress(step = "count all")
  public <E extends Exception> int[] count(Map<String, List<E>> namesOfWhatIsToBeCounted, Class<E> kind)
      throws E {
    return new int[0];
  }

  @Progress(weight = 30)
  <T, L extends List<? super T>> L keep(L result, T last) throws IOException {
    return result;
  }
}
