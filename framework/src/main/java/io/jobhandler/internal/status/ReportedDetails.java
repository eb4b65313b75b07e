package io.jobhandler.internal.status;

import io.jobhandler.internal.flow.JobOutcome;
import io.jobhandler.spi.DetailRules;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts together the status details of an update. An update replaces what is stored, so the
 * framework's own keys go with every one: at most four, which leaves six of the service's ten to
 * the author.
 */
public final class ReportedDetails {
  /** Which agent instance wrote the details. */
  public static final String AGENT_TOKEN = DetailRules.AGENT_TOKEN;

  /** Why an execution did not succeed, for machines. */
  public static final String REASON_CODE = DetailRules.REASON_CODE;

  /** Why an execution did not succeed, for people. */
  public static final String REASON = DetailRules.REASON;

  /** How far a job is: the percentage, and after a space the step, where one is named. */
  public static final String PROGRESS = DetailRules.PROGRESS;

  private static final Logger LOG = LoggerFactory.getLogger(ReportedDetails.class);

  private ReportedDetails() {}

  /**
   * The details of a job that runs.
   *
   * @param token this agent instance
   * @param progress what was reported last; null where nothing was
   * @return the details
   */
  public static Map<String, String> running(AgentToken token, @Nullable String progress) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put(AGENT_TOKEN, token.value());
    if (progress != null) {
      details.put(PROGRESS, DetailText.value(progress));
    }
    return details;
  }

  /**
   * The details of a job that has ended.
   *
   * @param token this agent instance
   * @param outcome how it ended
   * @param progress what was reported last; null where nothing was
   * @return the details
   */
  public static Map<String, String> ended(
      AgentToken token, JobOutcome outcome, @Nullable String progress) {
    Map<String, String> details = running(token, progress);
    if (outcome.reasonCode() != null) {
      details.put(REASON_CODE, outcome.reasonCode());
      details.put(REASON, DetailText.value(outcome.reason()));
    }
    addAuthors(details, outcome.details());
    return details;
  }

  private static void addAuthors(Map<String, String> details, Map<String, String> authors) {
    int room = DetailRules.MOST_DETAILS;
    for (Map.Entry<String, String> entry : authors.entrySet()) {
      String key = DetailText.key(entry.getKey());
      if (room == 0 || DetailRules.isReserved(key) || details.containsKey(key)) {
        LOG.warn("Left out the status detail '{}': six of the author's fit, each once", key);
      } else {
        details.put(key, DetailText.value(entry.getValue()));
        room--;
      }
    }
  }
}
