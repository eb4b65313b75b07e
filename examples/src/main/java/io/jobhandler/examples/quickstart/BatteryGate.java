package io.jobhandler.examples.quickstart;

import io.jobhandler.spi.JobGate;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntSupplier;

/** Leaves firmware for later while the battery is low. */
public final class BatteryGate implements JobGate {
  private static final int ENOUGH = 30;

  private final IntSupplier charge;

  /**
   * Makes a gate.
   *
   * @param charge tells at once what the battery has, in percent
   */
  public BatteryGate(IntSupplier charge) {
    this.charge = charge;
  }

  @Override
  public Optional<NotNow> check(Candidate job) {
    int percent = charge.getAsInt();
    return percent >= ENOUGH || !job.operation().equals("firmware_update")
        ? Optional.empty()
        : Optional.of(new NotNow(Duration.ofMinutes(10), "the battery has " + percent + " %"));
  }
}
