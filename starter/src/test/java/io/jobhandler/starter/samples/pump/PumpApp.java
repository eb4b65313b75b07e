package io.jobhandler.starter.samples.pump;

import io.jobhandler.starter.JobHandlerApp;

/** An app that passes its module. */
public final class PumpApp {
  private PumpApp() {}

  public static void main(String[] args) {
    System.exit(JobHandlerApp.run(args, new PumpModule()).code());
  }
}
