package io.jobhandler.starter.samples;

/** What a handler needs and an app must bind. */
public interface Pump {

  /** Runs until told to stop. */
  String run();
}
