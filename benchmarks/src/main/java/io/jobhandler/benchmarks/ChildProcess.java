package io.jobhandler.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A JVM of its own, so that what is measured shares no heap and no compiled code with anything
 * else. Commands go to its standard input, answers come from its standard output as JSON lines; its
 * log goes where ours goes.
 */
public final class ChildProcess implements AutoCloseable {
  private static final Duration LAST_WORDS = Duration.ofSeconds(10);

  /** Follows the last line; no line is empty. */
  private static final String END = "";

  private final String name;
  private final Process process;
  private final PrintWriter commands;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

  private ChildProcess(String name, Process process) {
    this.name = name;
    this.process = process;
    this.commands = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    Thread reader = new Thread(this::readAnswers, "answers of " + name);
    reader.setDaemon(true);
    reader.start();
  }

  static ChildProcess start(Class<?> mainClass, String... arguments) throws IOException {
    return start(List.of(), mainClass, arguments);
  }

  public static ChildProcess start(List<String> options, Class<?> mainClass, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(mainClass.getName());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    return new ChildProcess(mainClass.getSimpleName(), process);
  }

  private void readAnswers() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      reader.lines().forEach(answers::add);
    } catch (IOException | UncheckedIOException e) {
      // The process was ended.
    } finally {
      answers.add(END);
    }
  }

  public void send(String command) {
    commands.println(command);
  }

  /** Waits for the next line. */
  public JsonNode answer(Duration timeout) throws InterruptedException {
    String line = answers.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
    if (line == null) {
      throw new IllegalStateException("%s did not answer within %s".formatted(name, timeout));
    }
    if (line.equals(END)) {
      throw new IllegalStateException(name + " ended without an answer");
    }
    return JsonLines.parse(line);
  }

  /** Ends the process: the end of its input tells it to go, and if it does not, it is made to. */
  @Override
  public void close() {
    commands.close();
    try {
      process.waitFor(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }
}
