package io.jobhandler.examples.demo;

import java.io.PrintStream;

/** Draws how far a job is, over the line that was drawn before. */
final class ProgressBar {
  private static final int WIDTH = 30;

  private final PrintStream out;
  private String drawn = "";

  ProgressBar(PrintStream out) {
    this.out = out;
  }

  /** Draws a job's status and its progress as the service has stored it: {@code 45 writing}. */
  void draw(String jobId, String status, String progress) {
    String[] parts = progress.split(" ", 2);
    int percent = Integer.parseInt(parts[0]);
    int filled = WIDTH * percent / 100;
    String bar = "#".repeat(filled) + ".".repeat(WIDTH - filled);
    String line =
        "%-14s [%s] %3d %%  %-11s %s"
            .formatted(jobId, bar, percent, status, parts.length == 1 ? "" : parts[1]);
    if (!line.equals(drawn)) {
      out.printf("\r%-90s", line);
      out.flush();
      drawn = line;
    }
  }

  void end() {
    out.println();
    drawn = "";
  }
}
