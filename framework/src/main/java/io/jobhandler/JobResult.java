package io.jobhandler;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a handler ended, as the handler sees it.
 *
 * <p>Details become the execution's {@code statusDetails}, at most six of the author's: keys of
 * {@code [a-zA-Z0-9:_-]}, up to 128 characters, values of 1 to 1024 characters, no null. What does
 * not fit is cleaned and cut, never refused, since a job's end must always be reported: of more
 * than six the first count, in the order of the map.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/iot/latest/developerguide/jobs-mqtt-https-api.html">Jobs
 *     device MQTT and HTTPS API operations</a>
 */
public sealed interface JobResult {

  /**
   * The job was done.
   *
   * @param details the author's status details
   */
  record Succeeded(Map<String, String> details) implements JobResult {
    /** Copies the details. */
    public Succeeded {
      details = AuthorDetails.copyOf(details);
    }
  }

  /**
   * The job was tried and did not succeed.
   *
   * @param reasonCode why, for machines; see {@link ReasonCode}
   * @param reason why, for people
   * @param details the author's status details
   */
  record Failed(String reasonCode, String reason, Map<String, String> details)
      implements JobResult {
    /** Checks the reason code and copies the details. */
    public Failed {
      ReasonCode.requireValid(reasonCode);
      details = AuthorDetails.copyOf(details);
    }
  }

  /**
   * The job cannot be carried out by this device and nothing was changed.
   *
   * @param reasonCode why, for machines; see {@link ReasonCode}
   * @param reason why, for people
   * @param details the author's status details
   */
  record Rejected(String reasonCode, String reason, Map<String, String> details)
      implements JobResult {
    /** Checks the reason code and copies the details. */
    public Rejected {
      ReasonCode.requireValid(reasonCode);
      details = AuthorDetails.copyOf(details);
    }
  }

  /**
   * The job goes on after a restart.
   *
   * @param kind what must restart
   * @param checkpoint what the {@link AfterRestart} method gets; null leaves the last {@linkplain
   *     JobContext#checkpoint checkpoint} as it is
   */
  record Restart(Kind kind, @Nullable Object checkpoint) implements JobResult {
    /** What must restart. */
    public enum Kind {
      /** The device: the kernel's boot id must change. */
      REBOOT,
      /** The agent's process. */
      PROCESS
    }

    /** Checks that the kind is there. */
    public Restart {
      Objects.requireNonNull(kind, "kind");
    }
  }

  /**
   * The job was done and there is nothing more to say.
   *
   * @return a result without details
   */
  static JobResult succeeded() {
    return new Succeeded(Map.of());
  }

  /**
   * The job was done.
   *
   * @param details the author's status details, at most six
   * @return a result with the details
   */
  static JobResult succeeded(Map<String, String> details) {
    return new Succeeded(details);
  }

  /**
   * The job was tried and did not succeed.
   *
   * @param reasonCode why, for machines: 1 to 128 characters of {@code [A-Z0-9_]}
   * @param reason why, for people
   * @return a result without details
   * @throws IllegalArgumentException if the reason code has another form
   */
  static JobResult failed(String reasonCode, String reason) {
    return new Failed(reasonCode, reason, Map.of());
  }

  /**
   * The job cannot be carried out by this device and nothing was changed.
   *
   * @param reasonCode why, for machines: 1 to 128 characters of {@code [A-Z0-9_]}
   * @param reason why, for people
   * @return a result without details
   * @throws IllegalArgumentException if the reason code has another form
   */
  static JobResult rejected(String reasonCode, String reason) {
    return new Rejected(reasonCode, reason, Map.of());
  }

  /**
   * Asks for a reboot, after which the {@link AfterRestart} method goes on. The execution stays
   * IN_PROGRESS; the other running jobs may end before. The method is called once the device has
   * booted anew; where the agent comes back in the same boot, the reboot is asked for again, and
   * after three times the execution ends FAILED, {@code NOT_RESTARTED}.
   *
   * @param checkpoint what the method gets, see {@link JobContext#checkpoint}
   * @return a result that ends this attempt, not the execution
   */
  static JobResult rebootAndContinue(Object checkpoint) {
    return new Restart(Restart.Kind.REBOOT, Objects.requireNonNull(checkpoint, "checkpoint"));
  }

  /**
   * Asks for a restart of the agent's process, for instance after its own update, as {@link
   * #rebootAndContinue} asks for one of the device.
   *
   * @param checkpoint what the {@link AfterRestart} method gets, see {@link JobContext#checkpoint}
   * @return a result that ends this attempt, not the execution
   */
  static JobResult restartAndContinue(Object checkpoint) {
    return new Restart(Restart.Kind.PROCESS, Objects.requireNonNull(checkpoint, "checkpoint"));
  }
}
