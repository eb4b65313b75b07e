package io.jobhandler.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DiagnosticsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "diagnostics.md");

  @Test
  void pageTellsTheCases() throws IOException {
    String page = new DiagnosticsPage(DiagnosticCases.all()).text();
    if (DiagnosticCases.REFRESH) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE).hasContent(page);
  }

  @Test
  void everyCaseHasAHeadingOfItsOwn() throws IOException {
    assertThat(DiagnosticCases.all()).extracting(DiagnosticCase::title).doesNotHaveDuplicates();
  }
}
