package org.openimr.systemtest.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.cli.console.ExitCode;
import org.openimr.cli.deadletters.resolution.DeadLetterId;
import org.openimr.schemas.event.DeadLetterReason.Code;
import org.openimr.systemtest.cli.DeadLetterFixture.CommandOutput;

/** What people see of dead letters, and what they don't. */
class DlqCommandIT {
  private static final Instant FIRST = Instant.parse("2026-11-19T08:00:00.250Z");
  private static final Instant LAST = Instant.parse("2026-11-20T12:00:00Z");

  @TempDir static Path folder;
  @TempDir static Path files;
  private static DeadLetterFixture topics;
  private static DeadLetterId slow;
  private static DeadLetterId noItems;

  @BeforeAll
  static void start() throws Exception {
    topics = DeadLetterFixture.start(folder);
    slow = topics.refusedByIngest(Code.TOO_SLOW, "the canary sings", 0, FIRST);
    topics.refusedByIngest(Code.TOO_SLOW, "another canary", 0, LAST);
    noItems = topics.refusedByEnrich(Code.NO_ITEMS, "%PDF-1.7 canary", "CM17-0000001");
  }

  @AfterAll
  static void stop() {
    topics.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--code TOO_SLOW | 2",
        "--code TOO_SLOW,NO_ITEMS | 3",
        "--stage enrich | 1",
        "--case CM17-0000001 | 1",
        "--case CM17-0000009 | 0",
        "--until 2026-11-19 | 1",
        "--since 2026-11-20 --until 2026-11-20T12:00:01Z | 1",
        "--since 1h | 1",
      })
  void filtersLeaveThoseThatAreMeant(String filters, int expected) {
    CommandOutput list = topics.dlq(("list --json " + filters.strip()).split(" "));

    assertThat(list.exitCode()).isZero();
    assertThat(list.out().lines()).hasSize(expected);
  }

  @Test
  void listShowAndStatsPrintNoLetterText() {
    CommandOutput list = topics.dlq("list");
    CommandOutput show = topics.dlq("show", "--all-open");
    CommandOutput stats = topics.dlq("stats", "--json");

    assertThat(list.out().lines()).hasSize(4);
    assertThat(list.out()).contains(slow.toString(), "TOO_SLOW", "CM17-0000001");
    assertThat(show.out()).contains("NO_ITEMS", "imr.letters.raw.v1", "synthetic");
    assertThat(list.out() + show.out() + stats.out() + list.err() + show.err())
        .doesNotContain("canary")
        .doesNotContain("any key");
  }

  @Test
  void statsShowCountFirstAndLastPerCode() {
    assertThat(topics.dlq("stats").out().lines().toList())
        .hasSize(4)
        .element(2)
        .asString()
        .matches("TOO_SLOW +ingest +2 +0 +0 +2026-11-19T08:00:00Z +2026-11-20T12:00:00Z");
    assertThat(topics.dlq("stats", "--json", "--code", "TOO_SLOW").out())
        .contains("\"count\":2")
        .contains("\"first\":\"2026-11-19T08:00:00.250Z\"")
        .contains("\"last\":\"2026-11-20T12:00:00Z\"");
  }

  @Test
  void revealsLetterOnRequest() throws Exception {
    Path pdf = files.resolve("letter.pdf");

    assertThat(topics.dlq("show", slow.toString(), "--reveal").out()).contains("the canary sings");
    assertThat(topics.dlq("show", noItems.toString(), "--reveal").out())
        .contains("PDF of 15 bytes")
        .doesNotContain("canary");
    assertThat(topics.dlq("show", noItems.toString(), "--out", pdf.toString()).exitCode())
        .isEqualTo(ExitCode.USAGE);
    assertThat(pdf).doesNotExist();
    CommandOutput saved =
        topics.dlq("show", noItems.toString(), "--reveal", "--out", pdf.toString());
    assertThat(saved.exitCode()).isZero();
    assertThat(saved.out()).doesNotContain("canary");
    assertThat(Files.readAllBytes(pdf)).isEqualTo("%PDF-1.7 canary".getBytes(UTF_8));
    assertThat(topics.dlq("show", slow.toString(), "--reveal", "--out", pdf.toString()).err())
        .contains("already exists");
  }

  @Test
  void reportsUnknownDeadLetter() {
    assertThat(topics.dlq("show", "11-99").exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(topics.dlq("show", "eleven").exitCode()).isEqualTo(2);
    assertThat(topics.dlq("list", "--since", "yesterday").exitCode()).isEqualTo(2);
    assertThat(topics.dlq("list", "--case", "none").err()).contains("no open dead letters");
  }
}
