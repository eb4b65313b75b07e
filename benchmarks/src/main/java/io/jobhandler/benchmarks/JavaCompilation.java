package io.jobhandler.benchmarks;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Ways to call the Java compiler. */
enum JavaCompilation {
  /** A process for each compilation, as a build from the command line has for each module. */
  IN_A_NEW_PROCESS(1, 11) {
    @Override
    void compile(List<String> options, List<Path> sources)
        throws IOException, InterruptedException {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
      command.addAll(options);
      sources.forEach(source -> command.add(source.toString()));
      int code = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start().waitFor();
      if (code != 0) {
        throw new IllegalStateException("the compiler ended with " + code);
      }
    }
  },

  /** Again and again in one process, as a build daemon does; a processor is loaded each time. */
  IN_THIS_PROCESS(15, 31) {
    @Override
    void compile(List<String> options, List<Path> sources) throws IOException {
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
        StringWriter output = new StringWriter();
        var task =
            compiler.getTask(
                output, files, null, options, null, files.getJavaFileObjectsFromPaths(sources));
        if (!task.call()) {
          throw new IllegalStateException(output.toString());
        }
      }
    }
  };

  private final int warmUpRounds;
  private final int rounds;

  JavaCompilation(int warmUpRounds, int rounds) {
    this.warmUpRounds = warmUpRounds;
    this.rounds = rounds;
  }

  int warmUpRounds() {
    return warmUpRounds;
  }

  int rounds() {
    return rounds;
  }

  /**
   * Compiles.
   *
   * @throws IllegalStateException if the compiler finds a mistake
   */
  abstract void compile(List<String> options, List<Path> sources)
      throws IOException, InterruptedException;
}
