package io.jobhandler.processor.nativeimage;

import io.jobhandler.processor.json.JsonObject;
import io.jobhandler.spi.JobDispatcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The reachability metadata of a handler class.
 *
 * @see <a href="https://www.graalvm.org/latest/reference-manual/native-image/metadata/">GraalVM,
 *     Reachability Metadata</a>
 */
public final class ReachabilityMetadata {
  public static final String FILE = "reachability-metadata.json";

  private ReachabilityMetadata() {}

  /**
   * Says what is reached by reflection.
   *
   * @param dispatcher the class that the index names, which the agent makes an object of
   * @param reflected the classes that Jackson reads and writes
   */
  public static JsonObject of(String dispatcher, Collection<String> reflected) {
    JsonObject constructor =
        new JsonObject().put("name", "<init>").put("parameterTypes", List.of());
    List<JsonObject> types = new ArrayList<>();
    types.add(new JsonObject().put("type", dispatcher).put("methods", List.of(constructor)));
    reflected.forEach(name -> types.add(withMembers(name)));
    return new JsonObject()
        .put("reflection", types)
        .put("resources", List.of(new JsonObject().put("glob", JobDispatcher.INDEX_RESOURCE)));
  }

  private static JsonObject withMembers(String name) {
    return new JsonObject()
        .put("type", name)
        .put("allDeclaredConstructors", true)
        .put("allDeclaredFields", true)
        .put("allDeclaredMethods", true);
  }
}
