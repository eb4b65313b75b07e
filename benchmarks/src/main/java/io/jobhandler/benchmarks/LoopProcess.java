package io.jobhandler.benchmarks;

import io.jobhandler.agent.JobAgentBuilder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** One variant's loop in a process of its own. It says what it forced to disk. */
final class LoopProcess {
  private LoopProcess() {}

  /**
   * Carries out jobs.
   *
   * @param args the variant, the service's port, the thing, how many jobs are queued, and a
   *     directory of its own
   */
  public static void main(String[] args) throws Exception {
    Variant variant = Variant.valueOf(args[0]);
    Path directory = Path.of(args[4]);
    Map<String, Object> answer = new LinkedHashMap<>();
    // In every variant, so that what the counting costs is the same for all.
    try (ForceCounter forces = new ForceCounter()) {
      loop(variant, directory.resolve("journal"))
          .run(Integer.parseInt(args[1]), args[2], Integer.parseInt(args[3]));
      answer.put("forces", forces.stop());
    }
    if (variant == Variant.DURABLE) {
      answer.put(
          "fileReplacementsMillis", FileReplacements.medianMillis(directory.resolve("plain")));
    }
    JsonLines.print(answer);
  }

  private static JobLoop loop(Variant variant, Path journal) {
    return switch (variant) {
      case DURABLE -> new AgentLoop(builder -> builder.journalDirectory(journal));
      case MEMORY -> new AgentLoop(JobAgentBuilder::journalInMemory);
      case SDK_STOCK -> new SdkLoop(true);
      case SDK -> new SdkLoop(false);
      case BARE -> new BareLoop();
    };
  }
}
