package io.jobhandler.agent;

import io.jobhandler.JobHandler;
import io.jobhandler.JobResult;
import io.jobhandler.Payload;
import io.jobhandler.payload.VerifiedPayload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Handlers that take payloads in the layouts that real documents have. */
@SuppressWarnings("DoNotCallSuggester") // they are called by the agent
final class PayloadHandlers {
  record Version(int version) {}

  /** What handlers were given, in order. */
  final List<byte[]> given = new CopyOnWriteArrayList<>();

  final List<Path> files = new CopyOnWriteArrayList<>();

  /** The guide's layout. */
  @JobHandler(operation = "flat")
  JobResult flat(Version document, @Payload VerifiedPayload image) throws IOException {
    take(image);
    return JobResult.succeeded(Map.of("version", "" + document.version()));
  }

  @JobHandler(operation = "nested")
  void nested(
      @Payload(url = "/image/url", codesign = "/image/codesign", anchor = "vendor")
          VerifiedPayload image)
      throws IOException {
    take(image);
  }

  @JobHandler(operation = "several")
  JobResult several(
      @Payload(url = "/files/*/url", codesign = "/files/*/codesign")
          Map<String, VerifiedPayload> files)
      throws IOException {
    for (VerifiedPayload file : files.values()) {
      take(file);
    }
    return JobResult.succeeded(Map.of("files", String.join(" ", files.keySet())));
  }

  private void take(VerifiedPayload payload) throws IOException {
    try (InputStream in = payload.open()) {
      given.add(in.readAllBytes());
    }
    payload.path().ifPresent(files::add);
  }
}
