package io.jobhandler.internal.payload;

import io.jobhandler.payload.StoredPayload;
import io.jobhandler.payload.VerifiedPayload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    Map<String, Map<String, VerifiedPayload>> all = new LinkedHashMap<>();
    byParameter.forEach((name, payloads) -> all.put(name, Collections.unmodifiableMap(payloads)));
    return Collections.unmodifiableMap(all);
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
