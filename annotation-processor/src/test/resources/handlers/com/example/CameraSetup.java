package com.example;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A document with constraints of every kind. */
record CameraSetup(
    @NotBlank @Size(max = 20) @JsonProperty("display-name") String name,
    @Min(1) @Max(120) int framesPerSecond,
    @DecimalMax(value = "1.5", inclusive = false) @Digits(integer = 1, fraction = 2)
        BigDecimal gain,
    @Email(message = "must be where the owner is reached") String owner,
    @AssertFalse boolean public_,
    @Positive OptionalInt zoom,
    @NotEmpty List<@Pattern(regexp = "[a-z]+", flags = Pattern.Flag.CASE_INSENSITIVE) String> tags,
    Map<@Size(min = 2, max = 2) String, @NotNull List<Zone>> zonesByLanguage,
    Optional<@Size(min = 1) String> note,
    List<Trigger> triggers,
    Zone whole) {

  /** Holds itself. */
  record Zone(@Positive int width, Zone[] parts) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = AtNight.class, name = "night"),
    @JsonSubTypes.Type(value = OnMotion.class, name = "motion")
  })
  interface Trigger {}

  record AtNight() implements Trigger {}

  record OnMotion(@Size(min = 1, max = 3) List<Zone> zones) implements Trigger {}
}
