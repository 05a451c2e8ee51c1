package org.openimr.cli.options;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.cli.console.CapturedConsole;
import org.openimr.cli.console.CliException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ConfirmationOptionsTest {
  private final CapturedConsole terminal = CapturedConsole.terminal(false);

  @Command(name = "example")
  private static final class Example {
    @Mixin private final ConfirmationOptions confirmation;

    private Example(String answer) {
      confirmation =
          new ConfirmationOptions(new ByteArrayInputStream((answer + "\n").getBytes(UTF_8)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"y", "Y", " y "})
  void acceptsYes(String answer) {
    assertThatCode(() -> parse(answer).confirm(terminal.console(), "Apply?"))
        .doesNotThrowAnyException();

    assertThat(terminal.err()).contains("Apply? [y/N]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "n", "yes please"})
  void rejectsOtherAnswers(String answer) {
    assertThatThrownBy(() -> parse(answer).confirm(terminal.console(), "Apply?"))
        .isInstanceOf(CliException.class)
        .hasMessage("Nothing was changed.");
  }

  @Test
  void doesNotAskWithoutTerminal() {
    CapturedConsole file = CapturedConsole.file();

    assertThatThrownBy(() -> parse("y").confirm(file.console(), "Apply?"))
        .isInstanceOf(CliException.class)
        .hasMessageContaining("--dry-run")
        .hasMessageContaining("--yes");
    assertThat(file.err()).isEmpty();
  }

  @Test
  void doesNotAskIfConfirmedOnTheCommandLine() {
    parse("", "--yes").confirm(terminal.console(), "Apply?");

    assertThat(terminal.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'', false, true", "--yes, false, false", "--dry-run, true, true"})
  void previewsUnlessConfirmed(String option, boolean dryRun, boolean preview) {
    ConfirmationOptions confirmation = option.isEmpty() ? parse("") : parse("", option);

    assertThat(confirmation.isDryRun()).isEqualTo(dryRun);
    assertThat(confirmation.isPreviewNeeded()).isEqualTo(preview);
  }

  private static ConfirmationOptions parse(String answer, String... arguments) {
    Example example = new Example(answer);
    new CommandLine(example).parseArgs(arguments);
    return example.confirmation;
  }
}
