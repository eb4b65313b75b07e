package io.jobhandler.benchmarks;

import io.jobhandler.JobHandler;
import io.jobhandler.processor.DispatcherProcessor;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How long the compiler takes for a device app with many handlers, with and without the processor;
 * and, for comparison, without it for the handlers and what it would have written. The variants
 * take turns.
 */
final class ProcessorTime {
  private static final int HANDLERS = 100;

  /** What is compiled. */
  private enum Variant {
    /** The handlers, without the processor. */
    JAVAC,
    /** The handlers and what the processor writes, without the processor. */
    JAVAC_WITH_GENERATED,
    /** The handlers, with the processor. */
    PROCESSOR
  }

  private final JavaCompilation compilation;
  private final Path directory;
  private final List<Path> handlers;
  private final List<Path> handlersAndGenerated;

  private ProcessorTime(JavaCompilation compilation, Path directory)
      throws IOException, InterruptedException {
    this.compilation = compilation;
    this.directory = directory;
    this.handlers = HandlerSources.write(directory.resolve("handlers"), HANDLERS);
    this.handlersAndGenerated = new ArrayList<>(handlers);
    Path generated = Files.createDirectories(directory.resolve("generated"));
    compilation.compile(processing(directory, generated), handlers);
    try (Stream<Path> files = Files.walk(generated)) {
      files.filter(file -> file.toString().endsWith(".java")).forEach(handlersAndGenerated::add);
    }
  }

  static void run(Path parent) throws IOException, InterruptedException {
    for (JavaCompilation compilation : JavaCompilation.values()) {
      Path directory = Files.createTempDirectory(parent, "processor");
      try {
        new ProcessorTime(compilation, directory).measure();
      } finally {
        delete(directory);
      }
    }
  }

  private void measure() throws IOException, InterruptedException {
    Variant[] variants = Variant.values();
    long[][] nanos = new long[variants.length][compilation.rounds()];
    for (int round = -compilation.warmUpRounds(); round < compilation.rounds(); round++) {
      for (int v = 0; v < variants.length; v++) {
        long took = compile(variants[v]);
        if (round >= 0) {
          nanos[v][round] = took;
        }
      }
    }
    double javac = new Distribution(nanos[0]).medianMillis(); // the first variant
    for (int v = 0; v < variants.length; v++) {
      JsonLines.print(line(variants[v], new Distribution(nanos[v]), javac));
    }
  }

  private long compile(Variant variant) throws IOException, InterruptedException {
    Path classes = Files.createTempDirectory(directory, "classes");
    Path sources = Files.createTempDirectory(directory, "sources");
    long start = System.nanoTime();
    switch (variant) {
      case JAVAC -> compilation.compile(plain(classes), handlers);
      case JAVAC_WITH_GENERATED -> compilation.compile(plain(classes), handlersAndGenerated);
      case PROCESSOR -> compilation.compile(processing(classes, sources), handlers);
    }
    long took = System.nanoTime() - start;
    delete(classes);
    delete(sources);
    return took;
  }

  private static List<String> plain(Path classes) {
    return List.of("-proc:none", "-d", classes.toString(), "-classpath", framework());
  }

  private static List<String> processing(Path classes, Path sources) {
    List<String> options =
        new ArrayList<>(Arrays.asList("-d", classes.toString(), "-s", sources.toString()));
    options.addAll(List.of("-classpath", framework(), "-processorpath"));
    options.add(locationOf(DispatcherProcessor.class) + File.pathSeparator + framework());
    return options;
  }

  private static void delete(Path directory) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(directory)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }

  private static String framework() {
    return locationOf(JobHandler.class);
  }

  private static String locationOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(type + " is in no file", e);
    }
  }

  private Map<String, Object> line(Variant variant, Distribution took, double javac) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("benchmark", "processor");
    line.put("compiler", label(compilation));
    line.put("variant", label(variant));
    line.put("handlers", HANDLERS);
    line.put("median_ms", Distribution.round(took.medianMillis(), 0));
    line.put("of_javac", Distribution.round(took.medianMillis() / javac, 2));
    return line;
  }

  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
