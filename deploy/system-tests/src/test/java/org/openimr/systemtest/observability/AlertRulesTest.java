package org.openimr.systemtest.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertRulesTest {
  private static final Path TESTS = Path.of("../observability/prometheus/tests/imr.test.yml");
  private static final Path RUNBOOK = Path.of("../docs/runbook.md");
  private static final Pattern PARAGRAPH = Pattern.compile("(?m)^## (\\w+)\\n\\n\\S.{100,}$");

  @Test
  void prometheusAcceptsConfigurationAndRules() throws IOException {
    // When
    Promtool.Output verdict =
        Promtool.run("check", "config", "../observability/prometheus/prometheus.yml");

    // Then
    assertThat(verdict.exitCode()).as(verdict.text()).isZero();
    assertThat(verdict.text()).contains(MonitoringQueries.alerts().size() + " rules found");
  }

  @Test
  void alertsFireOnlyForTheirCondition() throws IOException {
    // When
    Promtool.Output verdict = Promtool.run("test", "rules", TESTS.toString());

    // Then
    assertThat(verdict.exitCode()).as(verdict.text()).isZero();
  }

  @Test
  void everyAlertHasARuleTest() throws IOException {
    // Given
    String tests = Files.readString(TESTS);

    // Then
    assertThat(MonitoringQueries.alerts())
        .hasSizeGreaterThan(10)
        .allSatisfy(alert -> assertThat(tests).contains("alertname: " + alert + "\n"));
  }

  @Test
  void ruleTestFailsForPrematureAlert(@TempDir Path folder) throws IOException {
    // Given
    Files.createDirectories(folder.resolve("rules"));
    Files.createDirectories(folder.resolve("tests"));
    Path tests = folder.resolve("tests/imr.test.yml");
    Files.copy(TESTS, tests);
    String hasty = Files.readString(MonitoringQueries.RULES).replace("for: 15m", "for: 1m");
    Files.writeString(folder.resolve("rules/imr.yml"), hasty);

    // When
    Promtool.Output verdict = Promtool.run("test", "rules", tests.toString());

    // Then
    assertThat(verdict.exitCode()).isNotZero();
    assertThat(verdict.text()).contains("SinkBehind");
  }

  @Test
  void runbookHasSectionPerAlert() throws IOException {
    // When
    List<String> paragraphs =
        PARAGRAPH
            .matcher(Files.readString(RUNBOOK))
            .results()
            .map(found -> found.group(1))
            .toList();

    // Then
    assertThat(paragraphs).containsExactlyElementsOf(MonitoringQueries.alerts());
  }

  @Test
  void alertsLinkToTheirRunbookSection() throws IOException {
    String rules = Files.readString(MonitoringQueries.RULES);

    assertThat(MonitoringQueries.alerts())
        .allSatisfy(
            alert ->
                assertThat(rules)
                    .contains(
                        "runbook: deploy/docs/runbook.md#"
                            + alert.toLowerCase(Locale.ROOT)
                            + "\n"));
  }
}
