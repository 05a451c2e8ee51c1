package org.openimr.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExitCodeTest {
  private static final Path PAGE = Path.of("../docs/operate.md");

  @Test
  void describesEveryExitCode() {
    assertThat(ExitCode.descriptions()).containsOnlyKeys("0", "1", "2", "3", "130");
  }

  @Test
  void documentationListsEveryExitCode() throws IOException {
    String page = Files.readString(PAGE);

    ExitCode.descriptions()
        .forEach((code, text) -> assertThat(page).contains("| " + code + " | " + text + " |"));
  }
}
