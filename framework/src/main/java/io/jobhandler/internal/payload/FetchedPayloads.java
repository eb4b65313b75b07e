package io.jobhandler.internal.payload;

import io.jobhandler.payload.StoredPayload;
import io.jobhandler.payload.VerifiedPayload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The verified payloads of one job, by the handler's parameters, until the job is over. */
public final class FetchedPayloads implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FetchedPayloads.class);

  private final Map<String, Map<String, VerifiedPayload>> byParameter = new LinkedHashMap<>();
  private final List<StoredPayload> stored = new ArrayList<>();

  FetchedPayloads() {}

  void keep(StoredPayload place) {
    stored.add(place);
  }

  void add(PreparedPayload prepared, VerifiedPayload payload) {
    byParameter
        .computeIfAbsent(prepared.reference().parameter().name(), name -> new LinkedHashMap<>())
        .put(prepared.reference().key(), payload);
  }

  /**
   * All payloads.
   *
   * @return by the handler's parameter and the key in it, in the document's order; not modifiable
   */
  public Map<String, Map<String, VerifiedPayload>> byParameter() {
    return Collections.unmodifiableMap(byParameter);
  }

  /**
   * The payload of a parameter that takes one.
   *
   * @param parameter the parameter's name
   * @return the payload
   * @throws IllegalArgumentException if the parameter does not have exactly one
   */
  public VerifiedPayload one(String parameter) {
    Map<String, VerifiedPayload> payloads = several(parameter);
    @Nullable VerifiedPayload payload = payloads.get("");
    if (payload == null || payloads.size() > 1) {
      throw new IllegalArgumentException(
          "the parameter '%s' has %d payloads, expected one without a key"
              .formatted(parameter, payloads.size()));
    }
    return payload;
  }

  /**
   * The payloads of a parameter that takes a map.
   *
   * @param parameter the parameter's name
   * @return the payloads by key, in the document's order; empty where the document has none
   */
  public Map<String, VerifiedPayload> several(String parameter) {
    return Collections.unmodifiableMap(byParameter.getOrDefault(parameter, Map.of()));
  }

  /** Removes what is stored and was not moved away by the handler. Idempotent. */
  @Override
  public void close() {
    for (StoredPayload place : stored) {
      try {
        place.discard();
      } catch (IOException | RuntimeException e) {
        LOG.warn("A payload that is not needed any more could not be removed", e);
      }
    }
    stored.clear();
  }
}
