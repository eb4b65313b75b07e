package io.jobhandler.starter.samples.hanging;

import io.jobhandler.starter.JobHandlerApp;
import java.util.concurrent.CountDownLatch;

/** An app with a shutdown hook that waits for what never comes. */
public final class HangingHookApp {
  private HangingHookApp() {}

  public static void main(String[] args) {
    CountDownLatch never = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    never.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                }));
    System.exit(JobHandlerApp.run(args).code());
  }
}
