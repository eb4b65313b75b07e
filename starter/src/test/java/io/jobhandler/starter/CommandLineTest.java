package io.jobhandler.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jobhandler.starter.CommandLine.Action;
import io.jobhandler.starter.CommandLine.UsageException;
import org.junit.jupiter.api.Test;

class CommandLineTest {
  @Test
  void runsWithoutArguments() throws UsageException {
    assertThat(CommandLine.parse()).isEqualTo(new CommandLine(Action.RUN, null));
  }

  @Test
  void takesAFileInEitherForm() throws UsageException {
    assertThat(CommandLine.parse("--config", "a.properties"))
        .isEqualTo(CommandLine.parse("--config=a.properties"))
        .isEqualTo(new CommandLine(Action.RUN, "a.properties"));
  }

  @Test
  void takesActions() throws UsageException {
    assertThat(CommandLine.parse("--check", "--config=a"))
        .isEqualTo(CommandLine.parse("--config=a", "--check"))
        .isEqualTo(new CommandLine(Action.CHECK, "a"));
    assertThat(CommandLine.parse("--help").action()).isEqualTo(Action.HELP);
    assertThat(CommandLine.parse("--version").action()).isEqualTo(Action.VERSION);
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatRefused("unknown argument '--thing=pump'", "--thing=pump");
    assertThatRefused("--config needs the name of a file", "--config");
    assertThatRefused("--config needs the name of a file", "--config=");
  }

  private static void assertThatRefused(String message, String... args) {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> CommandLine.parse(args))
        .withMessage(message);
  }
}
