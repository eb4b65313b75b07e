package io.jobhandler.agent;

import io.jobhandler.JobResult;
import io.jobhandler.internal.document.HandlerRegistry;
import io.jobhandler.internal.pipeline.DeviceIdentity;
import io.jobhandler.spi.RestartControl;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The restart that a handler has asked for. Safe for use by several threads. */
final class Restarts {
  /** Another one in every process, whatever the operating system makes of process numbers. */
  private static final String PROCESS_ID = UUID.randomUUID().toString();

  private static final Logger LOG = LoggerFactory.getLogger(Restarts.class);

  private final RestartControl control;
  private volatile JobResult.Restart.@Nullable Kind kind;

  Restarts(RestartControl control) {
    this.control = control;
  }

  /** This boot, where a handler goes on after one, and this process. */
  DeviceIdentity identity(HandlerRegistry handlers) {
    boolean wanted =
        handlers.bindings().values().stream()
            .anyMatch(handler -> handler.method().afterRestart() != null);
    return new DeviceIdentity(wanted ? bootId() : "", PROCESS_ID);
  }

  private String bootId() {
    try {
      return control.bootId();
    } catch (IOException e) {
      LOG.warn("The boot cannot be identified, so that no reboot is ever taken as done", e);
      return "";
    }
  }

  /**
   * A handler goes on after a restart.
   *
   * @return whether it is the first to ask; the others go on after the same restart
   */
  synchronized boolean ask(JobResult.Restart.Kind newKind) {
    if (kind != null) {
      return false;
    }
    kind = newKind;
    return true;
  }

  /** What must restart. */
  Optional<JobResult.Restart.Kind> kind() {
    return Optional.ofNullable(kind);
  }

  /** Restarts if that was asked for: last of all, since the device may be gone then. */
  void make() {
    JobResult.Restart.Kind asked = kind;
    if (asked == null) {
      return;
    }
    try {
      if (asked == JobResult.Restart.Kind.REBOOT) {
        control.reboot();
      } else {
        control.restartProcess();
      }
    } catch (IOException | RuntimeException e) {
      LOG.error("The restart ({}) failed and is asked for again at the next start", asked, e);
    }
  }
}
