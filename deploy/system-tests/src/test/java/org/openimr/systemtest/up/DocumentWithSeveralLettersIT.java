package org.openimr.systemtest.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.cli.Imr;
import org.openimr.cli.console.CapturedConsole;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.reconcile.Reconciliation;
import org.openimr.sink.reconcile.ReconciliationSettings;
import org.openimr.sink.reconcile.report.ReconciliationReport;
import org.openimr.testkit.letter.SyntheticCaseLetter;

/** Documents with several letters: every letter is waited for, reconciled and replayed. */
class DocumentWithSeveralLettersIT {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @TempDir Path letters;
  private CompletedUpRun run;

  @AfterEach
  void stop() {
    if (run != null) {
      run.close();
    }
  }

  @Test
  void everyLetterHasOneOutcomeBeforeAndAfterReplay() throws Exception {
    String incomplete = letter(2).substring(0, letter(2).lastIndexOf("MAXIMUS guideline"));
    Files.writeString(letters.resolve("bundle.txt"), letter(1) + incomplete + letter(3));
    Files.writeString(letters.resolve("twice.txt"), letter(4) + letter(4));
    Files.writeString(letters.resolve("single.txt"), letter(5));

    run = CompletedUpRun.over(letters);

    assertThat(run.summary().letters()).isEqualTo(6);
    assertThat(run.summary().tally().determinations()).isEqualTo(4);
    assertThat(run.summary().duplicates()).isEqualTo(1);
    assertThat(run.printed()).contains("bundle.txt, letter 2/3");
    ReconciliationReport before = reconcile();
    assertThat(before.differences()).isEmpty();
    assertThat(before.letters().taken()).isEqualTo(3);
    assertThat(before.letters().additional()).isEqualTo(3);

    assertThat(dlq("replay", "--all-open", "--yes")).contains("1 replayed");
    await().atMost(PATIENCE).until(() -> run.pipeline().letterCounts().letters() == 7);

    ReconciliationReport after = reconcile();
    assertThat(after.differences()).isEmpty();
    assertThat(after.letters().taken()).isEqualTo(4);
    assertThat(after.letters().additional()).isEqualTo(3);
    assertThat(after.letters().determinations()).isEqualTo(4);
    assertThat(after.letters().deadAtEnrich()).isEqualTo(2);
  }

  private ReconciliationReport reconcile() {
    Settings settings =
        Settings.of(
            ReconciliationSettings.ALL,
            Map.of(
                Settings.BOOTSTRAP.key(), run.connection().text(Settings.BOOTSTRAP),
                Settings.REGISTRY.key(), run.connection().text(Settings.REGISTRY)));
    return new Reconciliation(settings, List.of()).byKey(PATIENCE);
  }

  private String dlq(String... arguments) {
    CapturedConsole console = CapturedConsole.file();
    List<String> all = new ArrayList<>(List.of("dlq"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--bootstrap-server", run.connection().text(Settings.BOOTSTRAP)));
    Imr.commandLine(console.console()).execute(all.toArray(String[]::new));
    return console.out();
  }

  private static String letter(int number) {
    return SyntheticCaseLetter.of("CM17-900000" + number, 40 + number, "Synthetic belt");
  }
}
