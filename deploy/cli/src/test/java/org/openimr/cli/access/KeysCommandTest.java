package org.openimr.cli.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openimr.cli.Imr;
import org.openimr.cli.console.CapturedConsole;
import org.openimr.cli.console.ExitCode;
import org.openimr.runtime.http.access.ApiKey;

class KeysCommandTest {
  private final CapturedConsole captured = CapturedConsole.file();

  @Test
  void printsNewKeyOnceAndItsHashForTheFile() {
    assertThat(imr("keys", "new", "clinic-a", "--right", "clinical-text")).isZero();

    String key = captured.err().strip().replaceFirst(".* ", "");
    ApiKey stored = ApiKey.parse(captured.out());
    assertThat(stored.sha256()).isEqualTo(ApiKey.hash(key));
    assertThat(stored.client().name()).isEqualTo("clinic-a");
    assertThat(stored.client().rights()).containsExactly("clinical-text");
    assertThat(captured.out()).doesNotContain(key);
  }

  @Test
  void rejectsInvalidName() {
    assertThat(imr("keys", "new", "clinic a")).isEqualTo(ExitCode.USAGE);

    assertThat(captured.err()).contains("clinic a");
    assertThat(captured.out()).isEmpty();
  }

  private int imr(String... arguments) {
    return Imr.commandLine(captured.console()).execute(arguments);
  }
}
