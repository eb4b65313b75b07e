package com.example.meter;

import io.jobhandler.JobHandler;
import io.jobhandler.JobResult;
import java.util.Map;

/** Needs nothing that a named module would not give it. */
final class ReadingHandler {
  record Interval(int seconds, Unit unit) {}

  enum Unit {
    LITRES,
    GALLONS
  }

  @JobHandler(operation = "set_interval", stepTimeout = "PT1M")
  JobResult set(Interval interval) {
    return JobResult.succeeded(
        Map.of("interval", interval.seconds() + " s", "unit", interval.unit().name()));
  }
}
