package io.jobhandler.internal.document;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Document types as authors write them. */
final class Documents {
  private Documents() {}

  record Image(String url, long size) {}

  record Update(String version, Image image, @Nullable String note, Optional<String> channel) {}

  record Parts(List<Image> images, Map<String, Image> byName) {}

  record WithOperation(String operation, String name) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Lenient(String name) {}

  record Numbers(long exact, BigDecimal decimal, BigInteger big) {}

  record Scalars(
      @Nullable Integer number,
      @Nullable String text,
      @Nullable Boolean flag,
      @Nullable Mode mode) {}

  enum Mode {
    FAST,
    SAFE
  }

  record Optionals(Optional<String> text, OptionalInt number, int required) {}

  record Times(Instant at, Duration every, LocalDate day) {}

  record Percentage(int value) {
    Percentage {
      if (value < 0 || value > 100) {
        throw new IllegalArgumentException("percentage must be from 0 to 100");
      }
    }
  }

  record Brightness(Percentage level) {}

  record Speechless(String name) {
    Speechless {
      if (!name.isEmpty()) {
        throw new IllegalStateException();
      }
    }
  }

  record Anything(Object value) {}

  /** A class as authors wrote them before there were records. */
  static final class Bean {
    private @Nullable String name;

    public @Nullable String getName() {
      return name;
    }

    public void setName(String name) {
      this.name = name;
    }
  }
}
