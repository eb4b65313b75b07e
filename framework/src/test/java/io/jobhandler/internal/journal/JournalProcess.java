package io.jobhandler.internal.journal;

import static io.jobhandler.internal.journal.Entries.BEGUN;

import io.jobhandler.journal.JournalContents;
import io.jobhandler.journal.JournalEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;

/** A process with a journal, for what a process cannot do to itself. */
final class JournalProcess {
  private JournalProcess() {}

  /** How a Java process is started, with options of its own. */
  static List<String> java(String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.asList(options));
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(JournalProcess.class.getName());
    return command;
  }

  static Process start(List<String> command, String task, Path directory) throws IOException {
    List<String> all = new ArrayList<>(command);
    all.add(task);
    all.add(directory.toString());
    return new ProcessBuilder(all).start();
  }

  /** Runs a task, which says on the standard output how it went. */
  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[1]);
    switch (args[0]) {
      case "hold" -> hold(directory);
      case "fill" -> failsWhileTheDiskIsFull(directory);
      case "limit" -> failsAtTheLimit(directory);
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void hold(Path directory) throws IOException {
    try (FileJournal held = new FileJournal(directory)) {
      held.load().join();
      say("held");
      System.in.read();
    }
  }

  private static void failsWhileTheDiskIsFull(Path directory) throws IOException {
    Path filler = directory.resolve("filler");
    try (FileJournal journal = new FileJournal(directory)) {
      journal.store(BEGUN).join();
      fill(filler);
      say(outcome(journal, large()));
      say(contents(journal, directory));
      Files.delete(filler);
      say(outcome(journal, large()));
      say(contents(journal, directory));
    }
  }

  private static void fill(Path filler) throws IOException {
    try (var out = Files.newOutputStream(filler)) {
      byte[] block = new byte[512];
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      say("full");
    }
  }

  private static void failsAtTheLimit(Path directory) throws IOException {
    try (FileJournal journal = new FileJournal(directory)) {
      journal.store(BEGUN).join();
      say(outcome(journal, large()));
      say(contents(journal, directory));
      say(outcome(journal, BEGUN.withCheckpoint("small")));
      say(contents(journal, directory));
    }
  }

  private static JournalEntry large() {
    return BEGUN.withCheckpoint("large".repeat(4_000));
  }

  private static String outcome(FileJournal journal, JournalEntry entry) {
    try {
      journal.store(entry).join();
      return "stored";
    } catch (CompletionException e) {
      return "failed";
    }
  }

  /** The checkpoints that are read, and the files that there are. */
  private static String contents(FileJournal journal, Path directory) throws IOException {
    JournalContents contents = journal.load().join();
    List<String> checkpoints =
        contents.entries().stream().map(JournalEntry::checkpoint).map(JournalProcess::cut).toList();
    return checkpoints + " " + contents.unreadable() + " " + Journals.files(directory);
  }

  private static String cut(String checkpoint) {
    return checkpoint == null ? "none" : checkpoint.substring(0, 5);
  }

  private static void say(String what) {
    System.out.println(what);
  }
}
