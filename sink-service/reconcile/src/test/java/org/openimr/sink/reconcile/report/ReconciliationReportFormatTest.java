package org.openimr.sink.reconcile.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openimr.sink.reconcile.report.ReconciliationReport.LetterTotals;

class ReconciliationReportFormatTest {
  private static final Discrepancy MISSING_ITEM =
      Discrepancy.of("events", "CM17-9300001#2", 1, 0, "revision of the item decision");
  private static final Discrepancy COUNTS =
      Discrepancy.ofCounts("lake", 950, 947, "cases published, and cases in the sink");

  @Test
  void textListsDifferencesAndTheirSize() {
    List<String> lines =
        ReconciliationReportText.lines(SampleReports.with(MISSING_ITEM, COUNTS), 10);

    assertThat(lines)
        .contains(
            "  events: CM17-9300001#2: revision of the item decision: found 0, expected 1",
            "  lake: cases published, and cases in the sink: found 947, expected 950",
            "webhook: has unread events")
        .last()
        .isEqualTo("4 differences (120 ms, 4,096 bytes read, by key)");
  }

  @Test
  void textReportsItsTruncation() {
    assertThat(ReconciliationReportText.lines(SampleReports.with(MISSING_ITEM, COUNTS, COUNTS), 1))
        .contains("  and 2 more");
  }

  @Test
  void textOfLettersInFlightReportsNoDifference() {
    assertThat(ReconciliationReportText.lines(SampleReports.with(), 10).getLast())
        .startsWith("no differences, some letters or events in flight");
  }

  @Test
  void textCountsAdditionalLettersOnlyIfThereAreAny() {
    LetterTotals letters = new LetterTotals(1000, 2, 0, 990, 5, 0, 970, 17, 10, 8, 0, 0);

    assertThat(ReconciliationReportText.lines(SampleReports.with(letters), 10))
        .contains("additional letters                      5  in documents with several letters");
    assertThat(ReconciliationReportText.lines(SampleReports.with(), 10))
        .noneMatch(line -> line.startsWith("additional"));
  }

  @Test
  void jsonHoldsAllDifferences() throws Exception {
    JsonNode json =
        new ObjectMapper()
            .readTree(ReconciliationReportJson.of(SampleReports.with(MISSING_ITEM, COUNTS)));

    assertThat(json.get("equal").asBoolean()).isFalse();
    assertThat(json.get("difference").asLong()).isEqualTo(4);
    assertThat(json.at("/letters/raw").asLong()).isEqualTo(1002);
    assertThat(json.at("/differences/0/key").asText()).isEqualTo("CM17-9300001#2");
    assertThat(json.at("/differences/1/key").isNull()).isTrue();
    assertThat(json.at("/sinks/1/cases").isNull()).isTrue();
  }
}
