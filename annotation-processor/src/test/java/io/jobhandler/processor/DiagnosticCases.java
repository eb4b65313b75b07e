package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.errors;

import io.jobhandler.processor.DiagnosticCase.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * The cases under {@code diagnostics}, sorted by code. {@code -Ddiagnostics.refresh=true} writes
 * into them what the compiler says now, and the page anew.
 */
final class DiagnosticCases {
  static final boolean REFRESH = Boolean.getBoolean("diagnostics.refresh");
  private static final Path DIRECTORY = Path.of("src", "test", "resources", "diagnostics");

  private DiagnosticCases() {}

  static List<DiagnosticCase> all() throws IOException {
    List<DiagnosticCase> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        cases.add(REFRESH ? refresh(DiagnosticCase.read(file)) : DiagnosticCase.read(file));
      }
    }
    return cases;
  }

  private static DiagnosticCase refresh(DiagnosticCase old) throws IOException {
    if (!old.isProvoked()) {
      return old;
    }
    List<String> errors = errors(old.compile(Role.WRONG));
    boolean same =
        errors.size() == old.errors().size()
            && new HashSet<>(errors).equals(new HashSet<>(old.errors()));
    DiagnosticCase refreshed = same ? old : old.withErrors(errors);
    Files.writeString(old.file(), refreshed.text());
    return refreshed;
  }
}
