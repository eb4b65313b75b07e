package com.example;

import io.jobhandler.JobHandler;
import io.jobhandler.JobResult;
import io.jobhandler.Payload;
import io.jobhandler.Progress;
import io.jobhandler.ProgressReporter;
import io.jobhandler.payload.VerifiedPayload;
import java.util.Map;

final class Firmware {
  private static final String FILES = "/files/*";

  @JobHandler(operation = "firmware_update", stepTimeout = "PT30M")
  JobResult install(
      @Payload(url = "/image/url", codesign = "/image/codesign", anchor = "firmware")
          VerifiedPayload image,
      ConfigUpdate document,
      @Progress ProgressReporter progress,
      @Payload(url = FILES + "/url", codesign = FILES + "/codesign")
          Map<String, VerifiedPayload> files) {
    return JobResult.succeeded(Map.of("anchor", image.anchor()));
  }

  @JobHandler(operation = "firmware_stage")
  void stage(@Payload final VerifiedPayload image) {}
}
