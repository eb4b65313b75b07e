package io.jobhandler.agent;

import io.jobhandler.internal.health.Finding;
import io.jobhandler.internal.health.Trouble;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * How a {@link JobAgent} is. Immutable.
 *
 * @param reasons what is wrong, the gravest first; empty where nothing is
 */
public record Health(List<Reason> reasons) {

  /** How an agent is as a whole. */
  public enum Status {
    /** Nothing is wrong. */
    UP,
    /**
     * Something is wrong that may pass, or that people must mend; the agent does what it can, and a
     * restart does not help.
     */
    DEGRADED,
    /**
     * The agent cannot go on by itself: jobs wait for work that does not end. The process should be
     * ended and started again.
     */
    STUCK
  }

  /** What can be wrong with an agent. */
  public enum Code {
    /**
     * A handler, a download or an {@link io.jobhandler.OnCancelled} method is past its deadline and
     * the grace, or was stopped otherwise, and ignores its interruption. No job begins beside it.
     */
    HANDLER_STUCK(Status.STUCK),
    /** There was no thread for a handler, a download or an {@code @OnCancelled} method. */
    NO_THREAD(Status.STUCK),
    /** A job's place is kept for work that nobody does. */
    PERMIT_LEAKED(Status.STUCK),
    /** The agent's own thread has not answered for half a minute. */
    LOOP_STUCK(Status.STUCK),
    /** The thing is not connected and subscribed: not yet, or not any more. */
    OFFLINE(Status.DEGRADED),
    /** A job has ended, and the service has not accepted that for ten seconds or more. */
    END_NOT_REPORTED(Status.DEGRADED),
    /** The journal could not be read or written when that was tried last. */
    JOURNAL_FAILING(Status.DEGRADED),
    /** Entries of the journal cannot be read; they are kept, and their jobs are left alone. */
    JOURNAL_UNREADABLE(Status.DEGRADED),
    /** The IoT policy forbids a subscription; the agent stops, see {@link JobAgent#stopCause}. */
    SUBSCRIPTION_REFUSED(Status.DEGRADED);

    private final Status status;

    Code(Status status) {
      this.status = status;
    }

    /**
     * How an agent is with which this is wrong.
     *
     * @return not {@link Status#UP}
     */
    public Status status() {
      return status;
    }
  }

  /**
   * Something that is wrong.
   *
   * @param code what, for machines
   * @param text what is known of it, for people
   * @param lasting for how long it has been so, zero or more, by a clock that nobody sets
   */
  public record Reason(Code code, String text, Duration lasting) {
    /** Checks that everything is there. */
    public Reason {
      Objects.requireNonNull(code, "code");
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(lasting, "lasting");
    }
  }

  /** Copies the list. */
  public Health {
    reasons = List.copyOf(reasons);
  }

  /**
   * How the agent is as a whole.
   *
   * @return the gravest of what the reasons make of it
   */
  public Status status() {
    return reasons.stream()
        .map(reason -> reason.code().status())
        .max(Comparator.naturalOrder())
        .orElse(Status.UP);
  }

  static Health of(List<Finding> findings) {
    return new Health(
        findings.stream()
            .map(found -> new Reason(code(found.trouble()), found.text(), found.lasting()))
            .toList());
  }

  private static Code code(Trouble trouble) {
    return switch (trouble) {
      case HANDLER_STUCK -> Code.HANDLER_STUCK;
      case NO_THREAD -> Code.NO_THREAD;
      case PERMIT_LEAKED -> Code.PERMIT_LEAKED;
      case LOOP_STUCK -> Code.LOOP_STUCK;
      case OFFLINE -> Code.OFFLINE;
      case END_NOT_REPORTED -> Code.END_NOT_REPORTED;
      case JOURNAL_FAILING -> Code.JOURNAL_FAILING;
      case JOURNAL_UNREADABLE -> Code.JOURNAL_UNREADABLE;
      case SUBSCRIPTION_REFUSED -> Code.SUBSCRIPTION_REFUSED;
    };
  }
}
