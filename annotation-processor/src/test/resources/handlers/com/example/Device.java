package com.example;

import io.jobhandler.JobHandler;
import io.jobhandler.JobResult;

public final class Device {

  public static final class Power {

    @JobHandler(operation = "device:reboot")
    public JobResult reboot(Reboot document) throws InterruptedException {
      return JobResult.failed("NOT_NOW", document.reason());
    }
  }

  public record Reboot(String reason) {}
}
