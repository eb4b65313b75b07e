package com.example;

import io.jobhandler.spi.ProgressStep;
import io.jobhandler.spi.StepRun;
import javax.annotation.processing.Generated;

/** Reports the steps of {@link Rollout} as they run. */
@Generated("io.jobhandler.processor.DispatcherProcessor")
@SuppressWarnings({
  "NullAway", "auxiliaryclass", "deprecation", "exports", "rawtypes", "removal", "serial",
  "try", "unchecked"
})
public class Rollout_JobSteps extends Rollout {
  private static final ProgressStep WRITE_IMAGE = new ProgressStep("write \"it\"", 60);
  private static final ProgressStep COUNT = new ProgressStep("count", 10);
  private static final ProgressStep COUNT_2 = new ProgressStep("count all", 0);
  private static final ProgressStep KEEP = new ProgressStep("keep", 30);

  public Rollout_JobSteps(java.util.Map<String, ? extends java.util.List<int[]>> slots) {
    super(slots);
  }

  @Deprecated(since = "2.0", forRemoval = true)
  protected <T extends Comparable<? super T> & java.io.Closeable> Rollout_JobSteps(
      T only, String... names) throws java.io.IOException, InterruptedException {
    super(only, names);
  }

  @Override
  void writeImage(java.nio.file.Path run) throws java.io.IOException {
    StepRun run_ = WRITE_IMAGE.begin();
    try {
      super.writeImage(run);
      run_.done();
    } finally {
      run_.end();
    }
  }

  @Override
  protected int count(String... names) {
    StepRun run = COUNT.begin();
    try {
      int result = super.count(names);
      run.done();
      return result;
    } finally {
      run.end();
    }
  }

  @Override
  public <E extends Exception> int[] count(
      java.util.Map<String, java.util.List<E>> namesOfWhatIsToBeCounted, Class<E> kind) throws E {
    StepRun run = COUNT_2.begin();
    try {
      int[] result = super.count(namesOfWhatIsToBeCounted, kind);
      run.done();
      return result;
    } finally {
      run.end();
    }
  }

  @Override
  <T, L extends java.util.List<? super T>> L keep(L result, T last) throws java.io.IOException {
    StepRun run = KEEP.begin();
    try {
      L result_ = super.keep(result, last);
      run.done();
      return result_;
    } finally {
      run.end();
    }
  }
}
