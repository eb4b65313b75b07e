package com.example;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.jobhandler.AfterRestart;
import io.jobhandler.JobHandler;
import io.jobhandler.OnInterrupt;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Waters a garden. */
final class Irrigation {

  enum Day {
    WORKDAY,
    WEEKEND
  }

  /** When water runs. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "when")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Daily.class, name = "daily"),
    @JsonSubTypes.Type(value = Dry.class, name = "dry")
  })
  sealed interface Rule {}

  /**
   * At a time of the day.
   *
   * @param at local time, for instance {@code 06:30}
   */
  record Daily(LocalTime at) implements Rule {}

  /**
   * When the soil is dry.
   *
   * @param percent the moisture below which water runs
   */
  record Dry(@Min(0) @Max(100) int percent) implements Rule {}

  /**
   * The plan for a valve.
   *
   * @param valve its number | {@code A} and up
   * @param minutes how long water runs
   * @param rules when it begins; the first that holds counts
   * @param days the factor by day
   * @param note for people, see {@link Rule}
   */
  record Plan(
      @Pattern(regexp = "[A-Z]") String valve,
      @JsonAlias("duration") @Min(1) @Max(120) int minutes,
      @Size(max = 5) List<Rule> rules,
      Map<Day, Double> days,
      Optional<String> note) {}

  record Position(int row) {}

  /**
   * Plans the watering of a valve.
   *
   * <ul>
   *   <li>The plan before it ends at once.
   *   <li>Water that runs is <b>not</b> stopped.
   * </ul>
   */
  @JobHandler(
      operation = "irrigation:plan",
      stepTimeout = "PT1M",
      onInterrupt = OnInterrupt.RESUME,
      maxAttempts = 2)
  void plan(Plan plan) {}

  @AfterRestart(operation = "irrigation:plan")
  void goOn(Position position) {}
}
