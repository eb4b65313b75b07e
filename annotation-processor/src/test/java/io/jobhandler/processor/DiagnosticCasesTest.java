package io.jobhandler.processor;

import static io.jobhandler.processor.TestCompiler.errors;
import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.jobhandler.processor.DiagnosticCase.Role;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compiles the wrong and the right sources of every case under {@code diagnostics}. */
class DiagnosticCasesTest {

  /** Faults of the processor, of the disk and of the build, and what takes another jar. */
  private static final Set<ErrorCode> OF_NO_SOURCE =
      Set.of(
          ErrorCode.INTERNAL_ERROR,
          ErrorCode.DISPATCHER_NOT_WRITTEN,
          ErrorCode.INDEX_NOT_WRITTEN,
          ErrorCode.OPERATION_ON_CLASS_PATH,
          ErrorCode.DOCUMENTATION_NOT_WRITTEN,
          ErrorCode.CATALOGUE_NOT_WRITTEN,
          ErrorCode.METADATA_NOT_WRITTEN,
          ErrorCode.INVALID_OPTION);

  private static Stream<DiagnosticCase> provokedCases() throws IOException {
    return DiagnosticCases.all().stream().filter(DiagnosticCase::isProvoked);
  }

  @ParameterizedTest
  @MethodSource("provokedCases")
  void wrongSourcesHaveTheseErrorsAndNoOthers(DiagnosticCase wrong) {
    assertThat(errors(wrong.compile(Role.WRONG)))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(wrong.errors())
        .anySatisfy(error -> assertThat(error).contains(" [" + wrong.code() + "] "));
  }

  @ParameterizedTest
  @MethodSource("provokedCases")
  void rightSourcesHaveNeitherErrorsNorWarnings(DiagnosticCase right) {
    Compilation compilation = right.compile(Role.RIGHT);

    assertThat(right.sources(Role.RIGHT)).isNotEmpty();
    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.warnings()).isEmpty();
  }

  @Test
  void everyCodeHasACaseAndNoCaseAnUnknownCode() throws IOException {
    assertThat(DiagnosticCases.all())
        .extracting(DiagnosticCase::code)
        .hasSameElementsAs(codes(List.of(ErrorCode.values())));
  }

  @Test
  void onlyWhatOneCompilationCannotShowIsOfNoSource() throws IOException {
    assertThat(DiagnosticCases.all())
        .filteredOn(not(DiagnosticCase::isProvoked))
        .extracting(DiagnosticCase::code)
        .hasSameElementsAs(codes(OF_NO_SOURCE));
  }

  @Test
  void filesAreTidy() throws IOException {
    for (DiagnosticCase tidy : DiagnosticCases.all()) {
      assertThat(tidy.file()).hasContent(tidy.text());
    }
  }

  private static Set<String> codes(Collection<ErrorCode> codes) {
    return codes.stream().map(ErrorCode::code).collect(toSet());
  }
}
