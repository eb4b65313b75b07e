package io.jobhandler.starter.samples.pump;

/** What a handler needs and an app must bind. */
public interface Pump {

  /** Runs until told to stop. */
  String run();
}
