package io.jobhandler.internal.status;

import java.util.Map;

/**
 * Marks what this agent instance has written, so that an update whose answer was lost is known
 * again.
 *
 * @param value unique to the instance
 */
public record AgentToken(String value) {

  /** Whether stored details were written with this token. */
  public boolean wrote(Map<String, String> storedDetails) {
    return value.equals(storedDetails.get(ReportedDetails.AGENT_TOKEN));
  }
}
