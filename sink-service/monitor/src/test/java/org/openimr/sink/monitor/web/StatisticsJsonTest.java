package org.openimr.sink.monitor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openimr.event.Authority;
import org.openimr.event.GuidelineCount;
import org.openimr.event.OutcomeStatistics;
import org.openimr.event.SpecialtyCount;
import org.openimr.event.WarningCount;

class StatisticsJsonTest {
  private static final Instant FEBRUARY = Instant.parse("2017-02-01T00:00:00Z");
  private static final Instant MARCH = Instant.parse("2017-03-01T00:00:00Z");

  @Test
  void isZeroWithoutDecisions() {
    StatisticsJson json = StatisticsJson.of(List.of(), false, Optional.empty());

    assertThat(json.all()).isEqualTo(new StatisticsJson.Row("", 0, 0, 0));
    assertThat(json.categories()).isEmpty();
    assertThat(json.months()).isEmpty();
  }

  @Test
  void sumsCellsByCategoryAndMonth() {
    StatisticsJson json =
        StatisticsJson.of(
            List.of(
                cell("Surgery", MARCH, 2, 1),
                cell("Surgery", FEBRUARY, 3, 0),
                cell("", null, 1, 1)),
            false,
            Optional.empty());

    assertThat(json.all()).isEqualTo(new StatisticsJson.Row("", 6, 4, 2));
    assertThat(json.categories())
        .containsExactly(
            new StatisticsJson.Row("Surgery", 5, 4, 1), new StatisticsJson.Row("", 1, 0, 1));
    assertThat(json.months())
        .extracting(StatisticsJson.Row::name, StatisticsJson.Row::decisions)
        .containsExactly(tuple("", 1L), tuple("2017-02", 3L), tuple("2017-03", 2L));
  }

  @Test
  void categoryLimitsEverythingButTotalAndCategories() {
    StatisticsJson json =
        StatisticsJson.of(
            List.of(cell("Surgery", MARCH, 2, 1), cell("", FEBRUARY, 3, 0)),
            false,
            Optional.of(""));

    assertThat(json.all().decisions()).isEqualTo(5);
    assertThat(json.categories()).hasSize(2);
    assertThat(json.months()).containsExactly(new StatisticsJson.Row("2017-02", 3, 3, 0));
    assertThat(json.specialties())
        .containsExactly(new StatisticsJson.Row("Pain Medicine", 3, 3, 0));
    assertThat(json.warnings()).containsExactly(new StatisticsJson.Row("PAGES_MISSING", 1, 1, 0));
  }

  @Test
  void guidelinesAreSummedAndSortedByDecisions() {
    StatisticsJson json =
        StatisticsJson.of(
            List.of(cell("Surgery", MARCH, 2, 1), cell("Surgery", FEBRUARY, 3, 0)),
            false,
            Optional.empty());

    assertThat(json.guidelines())
        .extracting(
            StatisticsJson.Guideline::document,
            StatisticsJson.Guideline::decisions,
            StatisticsJson.Guideline::byClaimsAdministrator)
        .containsExactly(tuple("Knee Complaints", 5L, 2L));
  }

  @Test
  void listsTheFiftyLargestCategories() {
    List<OutcomeStatistics> cells =
        IntStream.rangeClosed(1, 60)
            .mapToObj(count -> cell("Category %02d".formatted(count), MARCH, count, 0))
            .toList();

    StatisticsJson json = StatisticsJson.of(cells, true, Optional.empty());

    assertThat(json.categories()).hasSize(50);
    assertThat(json.categories().getFirst().name()).isEqualTo("Category 60");
    assertThat(json.fromStandby()).isTrue();
  }

  private static OutcomeStatistics cell(
      String category, Instant start, long decisions, long overturned) {
    long upheld = decisions - overturned;
    return new OutcomeStatistics(
        category,
        start,
        start,
        decisions,
        upheld,
        overturned,
        List.of(new SpecialtyCount("Pain Medicine", decisions, upheld, overturned)),
        List.of(
            new GuidelineCount(
                Authority.MTUS, "Knee Complaints", decisions, upheld, overturned, 1L)),
        List.of(new WarningCount("PAGES_MISSING", 1L, 1L, 0L)));
  }
}
