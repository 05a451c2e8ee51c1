package org.openimr.sink.monitor.statistics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openimr.event.Outcome.OVERTURNED;
import static org.openimr.event.Outcome.UPHELD;
import static org.openimr.event.WarningCode.PAGES_MISSING;
import static org.openimr.event.WarningCode.TEXT_EXCLUDED;
import static org.openimr.event.WarningCode.TEXT_INCOMPLETE;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.event.Determination;
import org.openimr.event.GuidelineCount;
import org.openimr.event.OutcomeStatistics;
import org.openimr.event.SpecialtyCount;
import org.openimr.event.Warning;
import org.openimr.event.WarningCode;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.event.WarningCodes;
import org.openimr.sink.monitor.statistics.SampleDeterminations.Item;
import org.openimr.sink.monitor.store.StatisticsView;

class StatisticsTopologyTest {
  private static final LocalDate FEBRUARY = LocalDate.of(2017, 2, 14);
  private static final LocalDate MARCH = LocalDate.of(2017, 3, 1);
  private static final String DRUGS = "Pharmaceuticals";
  private static final String IMAGING = "Diagnostic Imaging";
  private static final String PAIN = "Chronic Pain Medical Treatment";
  private static final String BACK = "Low Back Complaints";

  @TempDir Path state;
  private StatisticsTopologyFixture topology;

  @BeforeEach
  void start() throws Exception {
    topology = new StatisticsTopologyFixture(state);
  }

  @AfterEach
  void stop() {
    topology.close();
  }

  @Test
  void skipsUndecodableRecords() {
    topology.publish("CM17-9000001", "not an event".getBytes(UTF_8));
    topology.publish("CM17-9000001", new byte[] {0, 0, 0, 0, 99, 1});
    topology.publish(null, new byte[] {1});

    topology.publish(
        SampleDeterminations.of("CM17-9000001", 1, FEBRUARY, new Item(DRUGS, UPHELD, PAIN)));

    assertThat(topology.statistics()).containsOnlyKeys(DRUGS + "|2017-02");
    assertThat(topology.view().newestRevision("CM17-9000001")).isPresent();
  }

  @Test
  void countsDecisionsByCategoryAndMonth() {
    topology.publish(
        SampleDeterminations.of(
            "CM17-9000001",
            1,
            FEBRUARY,
            new Item(DRUGS, UPHELD, PAIN),
            new Item(DRUGS, OVERTURNED, PAIN, BACK),
            new Item(IMAGING, UPHELD, BACK)));

    Map<String, OutcomeStatistics> statistics = topology.statistics();

    assertThat(statistics).containsOnlyKeys(DRUGS + "|2017-02", IMAGING + "|2017-02");
    OutcomeStatistics drugs = statistics.get(DRUGS + "|2017-02");
    assertThat(drugs.getWindowStart()).isEqualTo(Instant.parse("2017-02-01T00:00:00Z"));
    assertThat(drugs.getWindowEnd()).isEqualTo(Instant.parse("2017-03-01T00:00:00Z"));
    assertThat(List.of(drugs.getDecisions(), drugs.getUpheld(), drugs.getOverturned()))
        .containsExactly(2L, 1L, 1L);
    assertThat(drugs.getSpecialties())
        .containsExactly(new SpecialtyCount("Orthopaedic Surgery", 2L, 1L, 1L));
    assertThat(drugs.getGuidelines())
        .extracting(GuidelineCount::getDocument, GuidelineCount::getDecisions)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(PAIN, 2L),
            org.assertj.core.groups.Tuple.tuple(BACK, 1L));
  }

  @Test
  void revisionReplacesCountsOfPreviousRevision() {
    topology.publish(
        SampleDeterminations.of("CM17-9000001", 1, FEBRUARY, new Item(DRUGS, UPHELD, PAIN)));
    topology.publish(
        SampleDeterminations.of("CM17-9000001", 2, MARCH, new Item(DRUGS, OVERTURNED, BACK)));

    assertThat(topology.statistics())
        .containsOnlyKeys(DRUGS + "|2017-03")
        .extractingByKey(DRUGS + "|2017-03")
        .satisfies(
            march -> {
              assertThat(march.getUpheld()).isZero();
              assertThat(march.getOverturned()).isEqualTo(1);
              assertThat(march.getGuidelines())
                  .singleElement()
                  .satisfies(row -> assertThat(row.getDocument()).isEqualTo(BACK));
            });
    assertThat(topology.view().totals()).isEqualTo(new OutcomeTotals(2, 1, 1, 0, 1));
    assertThat(topology.view().revisions("CM17-9000001"))
        .extracting(Determination::getRevision)
        .containsExactly(1, 2);
  }

  @Test
  void publishesNothingForUnchangedCounts() {
    Item same = new Item(DRUGS, UPHELD, PAIN);
    topology.publish(SampleDeterminations.of("CM17-9000001", 1, FEBRUARY, same));
    topology.changes();

    topology.publish(SampleDeterminations.of("CM17-9000001", 2, FEBRUARY, same));

    assertThat(topology.changes()).isEmpty();
  }

  @Test
  void tombstoneRemovesCaseFromCountsSearchAndRevisions() {
    topology.publish(
        SampleDeterminations.of("CM17-9000001", 1, FEBRUARY, new Item(DRUGS, UPHELD, PAIN)));
    topology.publish(
        SampleDeterminations.of("CM17-9000002", 1, FEBRUARY, new Item(IMAGING, UPHELD)));

    topology.remove("CM17-9000001");
    topology.remove("CM17-9000009");

    assertThat(topology.statistics()).containsOnlyKeys(IMAGING + "|2017-02");
    assertThat(topology.view().totals()).isEqualTo(new OutcomeTotals(2, 1, 1, 1, 0));
    assertThat(topology.view().caseKeys("CM17-9", 10)).containsExactly("CM17-9000002");
    assertThat(topology.view().revisions("CM17-9000001")).isEmpty();
    assertThat(newest(10)).extracting(Determination::getCaseKey).containsExactly("CM17-9000002");
  }

  @Test
  void countsDecisionsWithoutDateOrCategorySeparately() {
    topology.publish(SampleDeterminations.of("sha256:00", 1, null, new Item(null, UPHELD)));

    assertThat(topology.statistics())
        .containsOnlyKeys("|undated")
        .extractingByKey("|undated")
        .satisfies(cell -> assertThat(cell.getWindowStart()).isNull());
  }

  @Test
  void countsOnlyNewestRevisionsAfterAnySequence() {
    Random random = new Random(7);
    Map<String, Determination> newest = new HashMap<>();
    for (int step = 0; step < 400; step++) {
      String caseKey = "CM17-90000" + random.nextInt(10, 40);
      if (random.nextInt(10) == 0) {
        newest.remove(caseKey);
        topology.remove(caseKey);
      } else {
        Determination next = randomDetermination(caseKey, step + 1, random);
        newest.put(caseKey, next);
        topology.publish(next);
      }
    }

    Map<String, OutcomeStatistics> expected = new HashMap<>();
    newest
        .values()
        .forEach(
            one ->
                StatisticsContribution.of(one)
                    .forEach(
                        (key, cell) ->
                            expected.merge(key, cell, OutcomeStatisticsArithmetic::add)));
    assertThat(topology.statistics()).isEqualTo(expected);
    assertThat(topology.view().totals().cases()).isEqualTo(newest.size());
    Map<String, Long> warned = new HashMap<>();
    newest
        .values()
        .forEach(
            one -> WarningCodes.of(one).forEach(code -> warned.merge(code.name(), 1L, Long::sum)));
    Map<String, Long> counted = new HashMap<>(topology.view().warnings());
    assertThat(counted.remove(WarningCounter.ANY))
        .isEqualTo(newest.values().stream().filter(one -> !WarningCodes.of(one).isEmpty()).count());
    assertThat(counted).isEqualTo(warned);
    assertThat(topology.view().cells()).containsExactlyInAnyOrderElementsOf(expected.values());
  }

  @Test
  void countsACaseOncePerWarningCode() {
    Determination first =
        SampleDeterminations.of(
            "CM17-9000001", 1, FEBRUARY, new Item(DRUGS, UPHELD), new Item(IMAGING, UPHELD));
    first.getHeader().setWarnings(warnings(PAGES_MISSING, TEXT_EXCLUDED));
    first.getClinicalSummary().setWarnings(warnings(TEXT_INCOMPLETE));
    first.getDecisions().forEach(item -> item.setWarnings(warnings(TEXT_INCOMPLETE)));
    Determination second =
        SampleDeterminations.of("CM17-9000002", 1, FEBRUARY, new Item(DRUGS, UPHELD));
    second.getHeader().setWarnings(warnings(PAGES_MISSING));

    topology.publish(first);
    topology.publish(second);
    topology.publish(SampleDeterminations.of("CM17-9000003", 1, FEBRUARY, new Item(DRUGS, UPHELD)));

    assertThat(topology.view().warnings())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "PAGES_MISSING",
                2L,
                "TEXT_EXCLUDED",
                1L,
                "TEXT_INCOMPLETE",
                1L,
                WarningCounter.ANY,
                2L));
  }

  @Test
  void revisionReplacesWarningsOfPreviousRevision() {
    Determination first = warned("CM17-9000001", 1, PAGES_MISSING, TEXT_EXCLUDED);
    topology.publish(first);

    topology.publish(warned("CM17-9000001", 2, TEXT_EXCLUDED, TEXT_INCOMPLETE));

    assertThat(topology.view().warnings())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("TEXT_EXCLUDED", 1L, "TEXT_INCOMPLETE", 1L, WarningCounter.ANY, 1L));
  }

  @Test
  void revisionWithoutWarningsAndTombstoneRemoveTheirCounts() {
    topology.publish(warned("CM17-9000001", 1, PAGES_MISSING));
    topology.publish(warned("CM17-9000002", 1, PAGES_MISSING));

    topology.publish(warned("CM17-9000001", 2));
    topology.remove("CM17-9000002");

    assertThat(topology.view().warnings()).isEmpty();
  }

  @Test
  void listsNewestDeterminationsFirstWithOnePerCase() {
    topology.publish(SampleDeterminations.of("CM17-9000001", 1, MARCH, new Item(DRUGS, UPHELD)));
    for (int i = 100; i < 200; i++) {
      topology.publish(SampleDeterminations.of("CM17-9000" + i, 1, MARCH, new Item(DRUGS, UPHELD)));
    }
    topology.publish(
        SampleDeterminations.of("CM17-9000198", 2, MARCH, new Item(DRUGS, OVERTURNED)));

    assertThat(newest(3))
        .extracting(Determination::getCaseKey)
        .containsExactly("CM17-9000198", "CM17-9000199", "CM17-9000197");
  }

  @Test
  void countsDeadLettersByCodeAndReadsTheirHeaders() {
    topology.deadLetter(dead(DeadLetterReason.Code.NOT_A_LETTER));
    topology.deadLetter(dead(DeadLetterReason.Code.NOT_A_LETTER));
    topology.deadLetter(dead(DeadLetterReason.Code.PDF_UNREADABLE));

    assertThat(topology.view().deadLetters())
        .containsExactlyInAnyOrderEntriesOf(Map.of("NOT_A_LETTER", 2L, "PDF_UNREADABLE", 1L));
    assertThat(topology.view().newestDeadLetters(2).getFirst())
        .satisfies(
            row -> {
              assertThat(row.code()).isEqualTo("PDF_UNREADABLE");
              assertThat(row.offset()).isEqualTo("42");
            });
  }

  @Test
  void countsEachSettledDeadLetterOnce() {
    topology.settle("3/42", DeadLetterReason.Code.NOT_A_LETTER);
    topology.settle("3/42", DeadLetterReason.Code.NOT_A_LETTER);
    topology.settle("3/43", DeadLetterReason.Code.NOT_A_LETTER);

    assertThat(topology.view().resolved()).containsExactly(Map.entry("NOT_A_LETTER", 2L));
  }

  private static DeadLetterReason dead(DeadLetterReason.Code code) {
    return new DeadLetterReason(code, "ingest", "", "a synthetic reason");
  }

  private static Determination warned(String caseKey, int revision, WarningCode... codes) {
    Determination determination =
        SampleDeterminations.of(caseKey, revision, FEBRUARY, new Item(DRUGS, UPHELD));
    determination.getHeader().setWarnings(warnings(codes));
    return determination;
  }

  private static List<Warning> warnings(WarningCode... codes) {
    return Stream.of(codes).map(code -> new Warning(code, "pages", "a synthetic doubt")).toList();
  }

  private static Determination randomDetermination(String caseKey, int revision, Random random) {
    Item[] items = new Item[random.nextInt(1, 4)];
    for (int i = 0; i < items.length; i++) {
      items[i] =
          new Item(
              random.nextBoolean() ? DRUGS : IMAGING,
              random.nextBoolean() ? UPHELD : OVERTURNED,
              random.nextBoolean() ? PAIN : BACK);
    }
    Determination determination =
        SampleDeterminations.of(caseKey, revision, random.nextBoolean() ? FEBRUARY : MARCH, items);
    WarningCode[] codes = WarningCode.values();
    determination
        .getDecisions()
        .getFirst()
        .setWarnings(warnings(Arrays.copyOf(codes, random.nextInt(codes.length))));
    return determination;
  }

  private List<Determination> newest(int limit) {
    StatisticsView view = topology.view();
    return view.newest(limit, view::newestRevision);
  }
}
