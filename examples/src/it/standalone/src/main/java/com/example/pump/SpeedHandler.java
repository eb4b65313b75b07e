package com.example.pump;

import io.jobhandler.JobHandler;
import io.jobhandler.JobResult;
import io.jobhandler.Payload;
import io.jobhandler.payload.VerifiedPayload;
import java.util.Map;

/** Takes a document and a signed payload. */
public final class SpeedHandler {
  public record SetSpeed(int rpm) {}

  @JobHandler(operation = "set_speed", stepTimeout = "PT1M")
  JobResult set(SetSpeed document, @Payload VerifiedPayload curve) {
    return JobResult.succeeded(
        Map.of("rpm", "" + document.rpm(), "bytes", "" + curve.size()));
  }
}
