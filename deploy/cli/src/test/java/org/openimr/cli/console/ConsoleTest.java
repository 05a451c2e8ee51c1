package org.openimr.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ConsoleTest {
  private static final String ESCAPE = "\u001b";

  @Test
  void resultsGoToStandardOutputAndNotesToStandardError() {
    CapturedConsole captured = CapturedConsole.file();

    captured.console().line("a result");
    captured.console().note("a note");

    assertThat(captured.out()).isEqualToIgnoringNewLines("a result");
    assertThat(captured.err()).isEqualToIgnoringNewLines("a note");
  }

  @Test
  void onlyATerminalGetsColours() {
    assertThat(styled(CapturedConsole.terminal(true))).contains(ESCAPE).contains("UPHELD");
    assertThat(styled(CapturedConsole.file())).isEqualTo("UPHELD");
  }

  @Test
  void aTerminalGetsNoneWhereNoneAreWanted() {
    assertThat(styled(CapturedConsole.terminal(false))).isEqualTo("UPHELD");
  }

  @Test
  void theProcessHasNoTerminalUnlessTheScriptSaysSo() {
    Console console = Console.ofProcess(Map.of("NO_COLOR", "1"));

    assertThat(console.isTerminal()).isFalse();
    assertThat(console.showsStatus()).isFalse();
  }

  @Test
  void aLineOfResultsTakesThePlaceOfTheStatusWhichIsThenDrawnAgain() {
    CapturedConsole captured = CapturedConsole.terminal(false);
    captured.console().status("1/2");

    captured.console().line("a result");

    assertThat(captured.out()).isEqualToIgnoringNewLines("a result");
    assertThat(captured.err()).isEqualTo("1/2\r" + ESCAPE + "[2K1/2");
  }

  @Test
  void aStatusNeverGetsIntoAFile() {
    CapturedConsole captured = CapturedConsole.file();

    captured.console().status("1/2");
    captured.console().line("a result");

    assertThat(captured.err()).isEmpty();
  }

  @Test
  void progressIsDrawnOnATerminalAndLeavesNothingBehind() {
    CapturedConsole captured = CapturedConsole.terminal(false);

    try (LetterProgressBar progress = new LetterProgressBar(captured.console())) {
      progress.update(1, 2);
    }

    assertThat(captured.err()).endsWith("\r" + ESCAPE + "[2K");
  }

  @Test
  void progressInAFileIsALineEveryTenSecondsAndNoneForShortWork() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    CapturedConsole captured = CapturedConsole.file(now::get);

    try (LetterProgressBar progress = new LetterProgressBar(captured.console())) {
      for (int second = 0; second < 25; second++) {
        now.set(Instant.EPOCH.plusSeconds(second));
        progress.update(second, 2_000);
      }
    }

    assertThat(captured.err().lines())
        .containsExactly("10 of 2,000 letters", "20 of 2,000 letters");
    assertThat(captured.out()).isEmpty();
  }

  private static String styled(CapturedConsole captured) {
    return captured.console().styled(AnsiStyle.UPHELD, "UPHELD");
  }
}
