package org.openimr.sink.monitor.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;
import org.openimr.event.Authority;
import org.openimr.event.Determination;
import org.openimr.event.GuidelineCount;
import org.openimr.event.Outcome;
import org.openimr.event.OutcomeStatistics;
import org.openimr.event.SpecialtyCount;
import org.openimr.event.Warning;
import org.openimr.event.WarningCode;
import org.openimr.event.WarningCount;
import org.openimr.sink.monitor.statistics.SampleDeterminations.Item;

class StatisticsContributionTest {
  private static final Path RELEASED =
      Path.of("../../schemas/events/released/imr.outcome-statistics.v1-value/v1.avsc");
  private static final LocalDate FEBRUARY = LocalDate.of(2017, 2, 28);
  private static final String CELL = "Surgery|2017-02";

  @Test
  void countsAGuidelineOncePerDecision() {
    Map<String, OutcomeStatistics> counts =
        contribution(new Item("Surgery", Outcome.UPHELD, "Knee", "Knee", "Hip"));

    assertThat(counts.get(CELL).getGuidelines())
        .extracting(GuidelineCount::getDocument, GuidelineCount::getDecisions)
        .containsExactlyInAnyOrder(tuple("Knee", 1L), tuple("Hip", 1L));
  }

  @Test
  void countsASpecialtyOncePerDecision() {
    Determination determination = determination(new Item("Surgery", Outcome.UPHELD));
    determination.getHeader().getReviewer().setSpecialties(List.of("Surgery", "Surgery"));

    assertThat(StatisticsContribution.of(determination).get(CELL).getSpecialties())
        .containsExactly(new SpecialtyCount("Surgery", 1L, 1L, 0L));
  }

  @Test
  void unknownOutcomeIsNeitherUpheldNorOverturned() {
    OutcomeStatistics cell = contribution(new Item("Surgery", Outcome.UNKNOWN)).get(CELL);

    assertThat(List.of(cell.getDecisions(), cell.getUpheld(), cell.getOverturned()))
        .containsExactly(1L, 0L, 0L);
  }

  @Test
  void countsCitationsOfTheClaimsAdministratorSeparately() {
    Determination determination = determination(new Item("Surgery", Outcome.OVERTURNED, "Knee"));
    determination
        .getDecisions()
        .getFirst()
        .setClaimsAdministratorBasis(determination.getDecisions().getFirst().getReviewerBasis());

    assertThat(StatisticsContribution.of(determination).get(CELL).getGuidelines())
        .containsExactly(new GuidelineCount(Authority.MTUS, "Knee", 1L, 0L, 1L, 1L));
  }

  @Test
  void differenceOmitsUnchangedCells() {
    Map<String, OutcomeStatistics> counts = contribution(new Item("Surgery", Outcome.UPHELD));

    assertThat(StatisticsContribution.difference(counts, counts)).isEmpty();
  }

  @Test
  void differenceKeepsAChangedOutcome() {
    OutcomeStatistics change =
        StatisticsContribution.difference(
                contribution(new Item("Surgery", Outcome.UPHELD, "Knee")),
                contribution(new Item("Surgery", Outcome.OVERTURNED, "Knee")))
            .get(CELL);

    assertThat(List.of(change.getDecisions(), change.getUpheld(), change.getOverturned()))
        .containsExactly(0L, -1L, 1L);
    assertThat(change.getGuidelines())
        .containsExactly(new GuidelineCount(Authority.MTUS, "Knee", 0L, -1L, 1L, 0L));
  }

  @Test
  void differenceSubtractsRemovedCells() {
    assertThat(
            StatisticsContribution.difference(
                    contribution(new Item("Surgery", Outcome.UPHELD)), Map.of())
                .get(CELL)
                .getDecisions())
        .isEqualTo(-1);
  }

  @Test
  void countsADecisionOncePerWarningCode() {
    Determination determination =
        determination(new Item("Surgery", Outcome.UPHELD), new Item("Surgery", Outcome.OVERTURNED));
    determination.getHeader().setWarnings(warnings(WarningCode.PAGES_MISSING));
    determination
        .getDecisions()
        .getLast()
        .setWarnings(warnings(WarningCode.PAGES_MISSING, WarningCode.TEXT_EXCLUDED));

    assertThat(StatisticsContribution.of(determination).get(CELL).getWarnings())
        .containsExactly(
            new WarningCount("PAGES_MISSING", 2L, 1L, 1L),
            new WarningCount("TEXT_EXCLUDED", 1L, 0L, 1L));
  }

  @Test
  void differenceKeepsAWarningThatIsGone() {
    Determination warned = determination(new Item("Surgery", Outcome.UPHELD));
    warned.getHeader().setWarnings(warnings(WarningCode.PAGES_MISSING));

    OutcomeStatistics change =
        StatisticsContribution.difference(
                StatisticsContribution.of(warned),
                contribution(new Item("Surgery", Outcome.UPHELD)))
            .get(CELL);

    assertThat(change.getDecisions()).isZero();
    assertThat(change.getWarnings())
        .containsExactly(new WarningCount("PAGES_MISSING", -1L, -1L, 0L));
  }

  @Test
  void decodesCellsStoredWithoutCountsOfWarnings() throws Exception {
    Schema released = new Schema.Parser().parse(RELEASED.toFile());
    GenericRecord stored = new GenericData.Record(released);
    stored.put("category", "Surgery");
    stored.put("decisions", 3L);
    stored.put("upheld", 2L);
    stored.put("overturned", 1L);
    stored.put("specialties", List.of());
    stored.put("guidelines", List.of());
    ByteBuffer bytes =
        new BinaryMessageEncoder<GenericRecord>(GenericData.get(), released).encode(stored);

    assertThat(StatisticsSerdes.decode(bytes.array()))
        .isEqualTo(
            new OutcomeStatistics(
                "Surgery", null, null, 3L, 2L, 1L, List.of(), List.of(), List.of()));
  }

  @Test
  void countedCaseSurvivesSerialization() {
    CountedCase counted =
        new CountedCase(
            3,
            contribution(
                new Item("Surgery", Outcome.UPHELD, "Knee"), new Item(null, Outcome.OVERTURNED)));
    var serde = CountedCase.serde();

    CountedCase read =
        serde.deserializer().deserialize("", serde.serializer().serialize("", counted));

    assertThat(read).isEqualTo(counted);
    assertThat(read.totals()).isEqualTo(new OutcomeTotals(0, 0, 2, 1, 1));
  }

  @Test
  void revisionKeysSortByCaseAndRevision() {
    assertThat(
            List.of(
                RevisionKey.first("CM17-1"),
                RevisionKey.of("CM17-1", 2),
                RevisionKey.of("CM17-1", 10),
                RevisionKey.last("CM17-1")))
        .isSorted();
  }

  private static List<Warning> warnings(WarningCode... codes) {
    return Stream.of(codes).map(code -> new Warning(code, "pages", "a synthetic doubt")).toList();
  }

  private static Map<String, OutcomeStatistics> contribution(Item... items) {
    return StatisticsContribution.of(determination(items));
  }

  private static Determination determination(Item... items) {
    return SampleDeterminations.of("CM17-9000001", 1, FEBRUARY, items);
  }
}
