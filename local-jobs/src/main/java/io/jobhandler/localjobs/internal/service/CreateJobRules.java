package io.jobhandler.localjobs.internal.service;

import io.jobhandler.localjobs.CreateJob;
import io.jobhandler.localjobs.PresignedUrlConfig;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What a job to be created must look like, its document's syntax excepted. */
final class CreateJobRules {
  private static final Pattern JOB_ID = Pattern.compile("[a-zA-Z0-9_-]{1,64}");
  private static final Pattern THING_NAME = Pattern.compile("[a-zA-Z0-9:_-]{1,128}");
  private static final Pattern NAMESPACE_ID = Pattern.compile("[a-zA-Z0-9_-]+");
  private static final int MAX_TARGETS = 100;
  private static final long MAX_TIMEOUT_MINUTES = 10_080;
  private static final int MIN_ROLE_ARN = 20;
  private static final int MAX_ROLE_ARN = 2048;
  private static final long MIN_EXPIRES_SEC = 60;
  private static final long MAX_EXPIRES_SEC = 3600;

  private CreateJobRules() {}

  static void check(CreateJob request) {
    require(JOB_ID, "jobId", request.jobId());
    if (request.namespaceId() != null) {
      require(NAMESPACE_ID, "namespaceId", request.namespaceId());
    }
    int count = request.targets().size();
    if (count < 1 || count > MAX_TARGETS) {
      throw ControlErrors.invalidRequest(
          "a job has 1 to " + MAX_TARGETS + " targets, but there are " + count);
    }
    Set<String> seen = new HashSet<>();
    for (String target : request.targets()) {
      require(THING_NAME, "target", target);
      if (!seen.add(target)) {
        throw ControlErrors.invalidRequest("the target '" + target + "' is named twice");
      }
    }
    request.inProgressTimeoutInMinutes().ifPresent(CreateJobRules::checkTimeout);
    if (request.presignedUrlConfig() != null) {
      checkPresigning(request.presignedUrlConfig());
    }
  }

  private static void require(Pattern pattern, String what, String value) {
    if (!pattern.matcher(value).matches()) {
      throw ControlErrors.invalidRequest(
          what + " must match " + pattern + ", but is '" + value + "'");
    }
  }

  private static void checkTimeout(long minutes) {
    if (minutes < 1 || minutes > MAX_TIMEOUT_MINUTES) {
      throw ControlErrors.invalidRequest(
          "inProgressTimeoutInMinutes must be 1 to " + MAX_TIMEOUT_MINUTES + ", but is " + minutes);
    }
  }

  private static void checkPresigning(PresignedUrlConfig config) {
    checkSize("roleArn's length", MIN_ROLE_ARN, MAX_ROLE_ARN, config.roleArn().length());
    checkSize("expiresInSec", MIN_EXPIRES_SEC, MAX_EXPIRES_SEC, config.expiresInSec());
  }

  private static void checkSize(String what, long min, long max, long value) {
    if (value < min || value > max) {
      throw ControlErrors.invalidRequest(
          "presignedUrlConfig: %s must be %d to %d, but is %d".formatted(what, min, max, value));
    }
  }
}
