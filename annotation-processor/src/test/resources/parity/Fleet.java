package parity;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.jobhandler.JobHandler;
import io.jobhandler.Payload;
import io.jobhandler.jobs.JobDocument;
import io.jobhandler.payload.PresignedUrl;
import io.jobhandler.payload.VerifiedPayload;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Handlers whose documents have all shapes that there are. */
final class Fleet {

  enum Mode {
    FAST,
    @JsonProperty("very-safe")
    SAFE
  }

  record Numbers(byte tiny, short small, int number, long big, BigInteger huge, double real, BigDecimal exact, boolean on) {}

  record Boxed(@Nullable Integer number, @Nullable String text, @Nullable Boolean on, @Nullable Mode mode) {}

  record Texts(UUID id, URI link, Mode mode, char letter, byte[] bytes) {}

  record Times(Instant at, OffsetDateTime from, LocalDate day, LocalTime time, LocalDateTime local, Duration every) {}

  record Part(String name, @JsonAlias({"count", "amount"}) int number) {}

  record Containers(
      List<String> names,
      Set<Part> parts,
      SortedSet<String> sorted,
      int[] primitives,
      Map<String, Integer> byName,
      Map<Mode, List<Part>> byMode,
      Map<Integer, String> byNumber) {}

  record Options(Optional<String> text, OptionalInt number, Optional<Part> part, List<Optional<String>> each) {}

  record Tree(String name, List<Tree> children, @Nullable Tree next) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Wait.class, name = "wait"),
    @JsonSubTypes.Type(value = Run.class, names = {"run", "start"})
  })
  sealed interface Step {}

  record Wait(int seconds) implements Step {}

  record Run(String program, List<Step> then) implements Step {}

  record Plan(List<Step> steps, @Nullable Step last) {}

  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  @JsonIgnoreProperties({"legacy"})
  static final class Bean {
    private String hostName = "";
    private int portNumber;
    public List<String> tags = List.of();
    @JsonIgnore public String secret = "";

    public String getHostName() {
      return hostName;
    }

    public void setHostName(String hostName) {
      this.hostName = hostName;
    }

    public void setPortNumber(int portNumber) {
      this.portNumber = portNumber;
    }
  }

  static final class Made {
    @JsonCreator
    Made(@JsonProperty(value = "name", required = true) String name, @JsonProperty("size") Integer size) {}
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Open(String name) {}

  record Free(JsonNode anything, Open open) {}

  record Named(String operation, String name) {}

  record Firmware(int version) {}

  record Image(String name, PresignedUrl url) {}

  record Images(List<Image> files, Map<String, Open> more) {}

  @JobHandler(operation = "numbers")
  void numbers(Numbers document) {}

  @JobHandler(operation = "boxed")
  void boxed(Boxed document) {}

  @JobHandler(operation = "texts")
  void texts(Texts document) {}

  @JobHandler(operation = "times")
  void times(Times document) {}

  @JobHandler(operation = "containers")
  void containers(Containers document) {}

  @JobHandler(operation = "options")
  void options(Options document) {}

  @JobHandler(operation = "tree")
  void tree(Tree document) {}

  @JobHandler(operation = "plan")
  void plan(Plan document) {}

  @JobHandler(operation = "bean")
  void bean(Bean document) {}

  @JobHandler(operation = "made")
  void made(Made document) {}

  @JobHandler(operation = "free")
  void free(Free document) {}

  @JobHandler(operation = "named")
  void named(Named document) {}

  @JobHandler(operation = "nothing")
  void nothing() {}

  @JobHandler(operation = "any")
  void any(JobDocument document) {}

  @JobHandler(operation = "fleet:flat")
  void flat(Firmware document, @Payload VerifiedPayload image) {}

  @JobHandler(operation = "nested")
  void nested(
      Firmware document,
      @Payload(url = "/image/url", codesign = "/image/codesign") VerifiedPayload image) {}

  @JobHandler(operation = "untyped")
  void untyped(@Payload(url = "/a/b/url", codesign = "/a/codesign") VerifiedPayload image) {}

  @JobHandler(operation = "several")
  void several(
      Images document,
      @Payload(url = "/files/*/url", codesign = "/files/*/codesign")
          Map<String, VerifiedPayload> files) {}

  @JobHandler(operation = "each")
  void each(
      Firmware document,
      @Payload(url = "/parts/*/url", codesign = "/codesign") Map<String, VerifiedPayload> parts) {}
}
