package parity;

import io.jobhandler.JobHandler;
import io.jobhandler.OnInterrupt;
import io.jobhandler.OnProgress;
import io.jobhandler.Progress;
import io.jobhandler.ProgressReporter;
import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Handlers whose documents have constraints. */
final class Pump {

  enum Gear {
    LOW,
    HIGH
  }

  /**
   * How a pump is tuned.
   *
   * @param serial the number on its plate
   * @param channel where it gets updates from, for instance {@code stable-7}
   * @param percent how fast it goes, for instance {@code 40}
   * @param gear for instance {@code HIGH}
   * @param answer in capitals or not, for instance {@code Yes}
   */
  record Tuning(
      @Pattern(regexp = "ZZ-[0-9]{2}-(topaz|opal)") String serial,
      @Pattern(regexp = "[a-z]+-[0-9]") String channel,
      @Min(1) @Max(100) int percent,
      Gear gear,
      @DecimalMin(value = "0.5", inclusive = false) @DecimalMax("0.75") BigDecimal ratio,
      @Digits(integer = 2, fraction = 1) BigDecimal pressure,
      @Negative int offset,
      @PositiveOrZero long count,
      @Size(min = 8, max = 12) String name,
      @NotBlank String title,
      @NotEmpty List<@Size(max = 2) String> tags,
      @Size(min = 1, max = 2) Map<@Pattern(regexp = "[A-Z]+") String, @Min(0) Integer> levels,
      Optional<@Size(min = 2) String> note,
      @Nullable @NotNull String owner,
      @Email String mail,
      @AssertTrue boolean agreed,
      @AssertFalse boolean dry,
      @Pattern(regexp = "(?i)yes") String answer) {}

  /**
   * Tunes the pump.
   *
   * <p>It stands still meanwhile.
   */
  @JobHandler(operation = "tune", stepTimeout = "PT10M", onInterrupt = OnInterrupt.RERUN)
  void tune(Tuning document) {}

  @JobHandler(
      operation = "flush",
      stepTimeout = "PT1M",
      onProgress = OnProgress.RESTART_STEP_TIMER)
  void flush(@Progress ProgressReporter progress) {}
}
