package io.jobhandler.starter.internal.config;

import static io.jobhandler.starter.internal.config.Values.duration;
import static io.jobhandler.starter.internal.config.Values.number;
import static io.jobhandler.starter.internal.config.Values.oneOf;

import io.jobhandler.OnInterrupt;
import io.jobhandler.agent.AttemptSettings;
import io.jobhandler.agent.JobAgentSettings;
import io.jobhandler.agent.UnknownOperations;
import io.jobhandler.spi.HandlerMethod;
import io.jobhandler.spi.HandlerPolicy;
import io.jobhandler.starter.internal.config.Values.Parser;
import java.time.Duration;
import java.util.List;

/** Reads how jobs are carried out. */
final class AgentSettingsReader {
  private static final Duration MOMENT = Duration.ofNanos(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Parser<Integer> AT_ONCE = whole(JobAgentSettings.MOST_AT_ONCE);
  private static final Parser<Integer> ATTEMPTS = whole(HandlerPolicy.MOST_ATTEMPTS);

  /** How long one step of a job may take. */
  static final Parser<Duration> STEP_TIMEOUT = duration(MOMENT, HandlerMethod.MAX_STEP_TIMEOUT);

  private AgentSettingsReader() {}

  private static Parser<Integer> whole(int most) {
    Parser<Long> number = number(1, most);
    return text -> Math.toIntExact(number.parse(text));
  }

  static JobAgentSettings read(SettingReader settings) {
    JobAgentSettings byDefault = JobAgentSettings.defaults();
    return byDefault
        .withStepTimeouts(
            settings.optional(
                SettingKey.DEFAULT_STEP_TIMEOUT, STEP_TIMEOUT, byDefault.defaultStepTimeout()),
            settings.all(SettingKey.STEP_TIMEOUT, STEP_TIMEOUT),
            settings.optional(SettingKey.GRACE, duration(Duration.ZERO, HOUR), byDefault.grace()))
        .withProgressInterval(
            settings.optional(
                SettingKey.PROGRESS_INTERVAL,
                duration(Duration.ZERO, DAY),
                byDefault.progressInterval()))
        .withUnknownOperations(
            settings.optional(
                SettingKey.UNKNOWN_OPERATIONS,
                oneOf(UnknownOperations.class),
                byDefault.unknownOperations()))
        .withMaxConcurrentExecutions(
            settings.optional(
                SettingKey.MAX_CONCURRENT_EXECUTIONS, AT_ONCE, byDefault.maxConcurrentExecutions()))
        .withAttempts(attempts(settings, byDefault.attempts()));
  }

  private static AttemptSettings attempts(SettingReader settings, AttemptSettings byDefault) {
    return byDefault
        .withMaxAttempts(
            settings.optional(SettingKey.MAX_ATTEMPTS, ATTEMPTS, byDefault.maxAttempts()),
            settings.all(SettingKey.MAX_ATTEMPTS_OF, ATTEMPTS))
        .withOnInterrupt(
            settings.all(
                SettingKey.ON_INTERRUPT,
                oneOf(List.of(OnInterrupt.FAIL, OnInterrupt.RERUN, OnInterrupt.RESUME))))
        .withTimes(
            settings.optional(
                SettingKey.RETRY_BACKOFF,
                duration(MOMENT, HandlerPolicy.MAX_BACKOFF),
                byDefault.backoff()),
            settings.optional(
                SettingKey.RESTART_TIMEOUT, duration(MOMENT, DAY), byDefault.restartTimeout()));
  }
}
