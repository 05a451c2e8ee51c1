package org.openimr.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleTest {
  private static final String ESCAPE = "\u001b";

  @Test
  void writesResultsToStandardOutputAndNotesToStandardError() {
    CapturedConsole captured = CapturedConsole.file();

    captured.console().line("a result");
    captured.console().note("a note");

    assertThat(captured.out()).isEqualToIgnoringNewLines("a result");
    assertThat(captured.err()).isEqualToIgnoringNewLines("a note");
  }

  @Test
  void usesColorsOnTerminalOnly() {
    assertThat(styled(CapturedConsole.terminal(true))).contains(ESCAPE).contains("UPHELD");
    assertThat(styled(CapturedConsole.file())).isEqualTo("UPHELD");
  }

  @Test
  void usesNoColorsWhenDisabled() {
    assertThat(styled(CapturedConsole.terminal(false))).isEqualTo("UPHELD");
  }

  @Test
  void hasNoTerminalUnlessTheScriptSetsIt() {
    Console console = Console.ofProcess(Map.of("NO_COLOR", "1"));

    assertThat(console.isTerminal()).isFalse();
    assertThat(console.showsStatus()).isFalse();
  }

  @Test
  void redrawsStatusAfterALineOfResults() {
    CapturedConsole captured = CapturedConsole.terminal(false);
    captured.console().status("1/2");

    captured.console().line("a result");

    assertThat(captured.out()).isEqualToIgnoringNewLines("a result");
    assertThat(captured.err()).isEqualTo("1/2\r" + ESCAPE + "[2K1/2");
  }

  @Test
  void writesNoStatusWithoutTerminal() {
    CapturedConsole captured = CapturedConsole.file();

    captured.console().status("1/2");
    captured.console().line("a result");

    assertThat(captured.err()).isEmpty();
  }

  private static String styled(CapturedConsole captured) {
    return captured.console().styled(AnsiStyle.UPHELD, "UPHELD");
  }
}
