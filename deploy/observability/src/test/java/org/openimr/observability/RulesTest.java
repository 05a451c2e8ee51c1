package org.openimr.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTest {
  private static final Path TESTS = Path.of("prometheus/tests/imr.test.yml");
  private static final Path RUNBOOK = Path.of("../docs/runbook.md");
  private static final Pattern PARAGRAPH = Pattern.compile("(?m)^## (\\w+)\\n\\n\\S.{100,}$");

  @Test
  void prometheusTakesItsConfigurationWithAllRules() throws IOException {
    // When
    Promtool.Verdict verdict = Promtool.run("check", "config", "prometheus/prometheus.yml");

    // Then
    assertThat(verdict.exitCode()).as(verdict.words()).isZero();
    assertThat(verdict.words()).contains(Watched.alerts().size() + " rules found");
  }

  @Test
  void eachAlertFiresForWhatItIsForAndNotBefore() throws IOException {
    // When
    Promtool.Verdict verdict = Promtool.run("test", "rules", TESTS.toString());

    // Then
    assertThat(verdict.exitCode()).as(verdict.words()).isZero();
  }

  @Test
  void noAlertIsWithoutSuchATest() throws IOException {
    // Given
    String tests = Files.readString(TESTS);

    // Then
    assertThat(Watched.alerts())
        .hasSizeGreaterThan(10)
        .allSatisfy(alert -> assertThat(tests).contains("alertname: " + alert + "\n"));
  }

  @Test
  void aRuleThatFiresTooEarlyWouldFailItsTest(@TempDir Path folder) throws IOException {
    // Given
    Files.createDirectories(folder.resolve("rules"));
    Files.createDirectories(folder.resolve("tests"));
    Path tests = folder.resolve("tests/imr.test.yml");
    Files.copy(TESTS, tests);
    String hasty = Files.readString(Watched.RULES).replace("for: 15m", "for: 1m");
    Files.writeString(folder.resolve("rules/imr.yml"), hasty);

    // When
    Promtool.Verdict verdict = Promtool.run("test", "rules", tests.toString());

    // Then
    assertThat(verdict.exitCode()).isNotZero();
    assertThat(verdict.words()).contains("SinkBehind");
  }

  @Test
  void eachAlertHasItsParagraphInTheRunbook() throws IOException {
    // When
    List<String> paragraphs =
        PARAGRAPH
            .matcher(Files.readString(RUNBOOK))
            .results()
            .map(found -> found.group(1))
            .toList();

    // Then
    assertThat(paragraphs).containsExactlyElementsOf(Watched.alerts());
  }

  @Test
  void eachAlertSaysWhereItsParagraphIs() throws IOException {
    String rules = Files.readString(Watched.RULES);

    assertThat(Watched.alerts())
        .allSatisfy(
            alert ->
                assertThat(rules)
                    .contains(
                        "runbook: deploy/docs/runbook.md#"
                            + alert.toLowerCase(Locale.ROOT)
                            + "\n"));
  }
}
