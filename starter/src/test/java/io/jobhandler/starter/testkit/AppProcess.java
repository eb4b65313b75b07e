package io.jobhandler.starter.testkit;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A device app in a JVM of its own. */
public final class AppProcess implements AutoCloseable {
  private static final long LIMIT_SECONDS = 60;
  private static final String END = "(the process has ended)";

  private final Process process;
  private final PrintWriter input;
  private final BlockingQueue<String> unread = new LinkedBlockingQueue<>();
  private final List<String> read = new ArrayList<>();

  private AppProcess(Process process) {
    this.process = process;
    this.input = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    Thread reader = new Thread(this::readAll, "output of the app");
    reader.setDaemon(true);
    reader.start();
  }

  /** What a process is started with. */
  public record Start(
      Class<?> mainClass,
      List<String> jvmOptions,
      List<Path> moreClassPath,
      Map<String, String> environment,
      Path workingDirectory) {

    public static Start of(Class<?> mainClass, Path workingDirectory) {
      return new Start(mainClass, List.of(), List.of(), Map.of(), workingDirectory);
    }

    public Start withJvmOptions(String... options) {
      return new Start(mainClass, List.of(options), moreClassPath, environment, workingDirectory);
    }

    public Start withClassPath(Path... folders) {
      return new Start(mainClass, jvmOptions, List.of(folders), environment, workingDirectory);
    }

    public Start withEnvironment(Map<String, String> variables) {
      return new Start(mainClass, jvmOptions, moreClassPath, variables, workingDirectory);
    }

    /** Starts it. */
    public AppProcess run(String... args) throws IOException {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=info");
      command.addAll(jvmOptions);
      command.add("-cp");
      command.add(classPath());
      command.add(mainClass.getName());
      command.addAll(List.of(args));
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(workingDirectory.toFile())
              .redirectErrorStream(true);
      builder.environment().putAll(environment);
      return new AppProcess(builder.start());
    }

    private String classPath() {
      StringBuilder path = new StringBuilder(System.getProperty("java.class.path"));
      moreClassPath.forEach(folder -> path.append(File.pathSeparator).append(folder));
      return path.toString();
    }
  }

  private void readAll() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      reader.lines().forEach(unread::add);
    } catch (IOException | UncheckedIOException e) {
      unread.add("the output cannot be read: " + e);
    } finally {
      unread.add(END);
    }
  }

  /** Waits for a line of its output that contains a text. */
  public String awaitLine(String text) throws InterruptedException {
    String line = nextLine();
    while (!line.contains(text)) {
      if (line.equals(END)) {
        throw new AssertionError("'%s' was not said, but:%n%s".formatted(text, output()));
      }
      line = nextLine();
    }
    return line;
  }

  private String nextLine() throws InterruptedException {
    String line = unread.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    if (line == null) {
      throw new AssertionError("nothing more was said than:%n%s".formatted(output()));
    }
    read.add(line);
    return line;
  }

  /** What it has said, as far as it was awaited. */
  public String output() {
    return String.join("\n", read);
  }

  public void say(String line) {
    input.println(line);
  }

  /** Sends SIGTERM. */
  public void terminate() {
    process.toHandle().destroy(); // unlike the process itself, it leaves the streams open
  }

  /** Waits for its end and for all of its output. */
  public int exitCode() throws InterruptedException {
    while (!nextLine().equals(END)) {
      // read on
    }
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("still running:%n%s".formatted(output()));
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
