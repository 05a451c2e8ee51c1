package org.openimr.parser.request.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.parser.request.amount.AmountKind;
import org.openimr.parser.request.amount.PrintedAmount;

class RequestDetailsTest {

  /** In the table, a question mark follows a unit that is not printed. */
  @ParameterizedTest
  @CsvFileSource(resources = "amounts.csv", numLinesToSkip = 1)
  void parsesAmountsAsNumbersWithUnits(String request, AmountKind kind, String amounts) {
    assertThat(read(request, kind).stream().map(RequestDetailsTest::shown))
        .isEqualTo(amounts == null ? List.of() : List.of(amounts.split(";")));
  }

  private static List<PrintedAmount> read(String request, AmountKind kind) {
    RequestDetails details = RequestDetails.of(request);
    return switch (kind) {
      case QUANTITY -> details.quantities();
      case STRENGTH -> details.strengths();
      case REFILLS -> details.refills();
      case SESSIONS -> details.sessions();
      case FREQUENCY -> details.frequencies();
      case DURATION -> details.durations();
    };
  }

  private static String shown(PrintedAmount amount) {
    String low = number(amount.low());
    String range = amount.high() == amount.low() ? "" : ".." + number(amount.high());
    String unit = " " + amount.unit() + (amount.unitPrinted() ? "" : "?");
    return low + range + unit;
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "body_parts_named.csv", numLinesToSkip = 1)
  void findsBodyPartsWithAdjacentSide(String request, String parts, String sides) {
    RequestDetails details = RequestDetails.of(request);

    assertThat(details.bodyParts().stream().map(RequestDetailsTest::shown))
        .isEqualTo(listed(parts));
    assertThat(details.sides().stream().map(Laterality::name)).isEqualTo(listed(sides));
  }

  private static String shown(BodyPart part) {
    return Stream.concat(part.side().map(Laterality::name).stream(), Stream.of(part.name()))
        .collect(Collectors.joining(" "));
  }

  private static List<String> listed(String cell) {
    return cell == null ? List.of() : List.of(cell.split(";"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Soma 350mg #30 DOS: 11/03/2016 | 11/03/2016 | 2016-11-03 | 2016-11-03",
        "Soma 350mg, date of service 1/9/17 | 1/9/17 | 2017-01-09 | 2017-01-09",
        "Therapy, dates of service: 1-2-2015 | 1-2-2015 | 2015-01-02 | 2015-01-02",
        "Therapy (DOS 1/2/2015 - 1/30/2015) | 1/2/2015 - 1/30/2015 | 2015-01-02 | 2015-01-30",
        "Therapy DOS 1/2/15 to 2/1/15 | 1/2/15 to 2/1/15 | 2015-01-02 | 2015-02-01",
        "Therapy DOS 1/2/15 through 2/1/15 | 1/2/15 through 2/1/15 | 2015-01-02 | 2015-02-01"
      })
  void parsesDatesOfService(String request, String printed, LocalDate first, LocalDate last) {
    assertThat(RequestDetails.of(request).datesOfService())
        .containsExactly(new ServiceDates(printed, Optional.of(first), Optional.of(last)));
  }

  @Test
  void parsesListOfDatesOfService() {
    assertThat(RequestDetails.of("Visits, DOS: 1/5/16, 2/9/16 and 3/1/16").datesOfService())
        .extracting(ServiceDates::printed)
        .containsExactly("1/5/16", "2/9/16", "3/1/16");
  }

  @ParameterizedTest
  @CsvSource({"DOS: 13/05/2016", "DOS 02/30/16", "DOS: 02/05/214", "DOS 0/0/0000"})
  void keepsNonexistentDateOnlyAsPrinted(String request) {
    List<ServiceDates> dates = RequestDetails.of("Soma " + request).datesOfService();

    assertThat(dates).hasSize(1);
    assertThat(request).endsWith(dates.getFirst().printed());
    assertThat(dates.getFirst().first()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Injury of 1/2/2015", "Norco 10/325 DOS unknown", "DOS: 1/2", "DOS"})
  void ignoresDatesWithoutLabel(String request) {
    assertThat(RequestDetails.of(request).datesOfService()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Retrospective Norco, true",
    "RETRO: Norco, true",
    "Norco (retrospectively), true",
    "Norco DOS: 1/1/16, false"
  })
  void findsRetrospectiveLabel(String request, boolean retrospective) {
    assertThat(RequestDetails.of(request).retrospective()).isEqualTo(retrospective);
  }

  @Test
  void keepsPrintedTextOfAmounts() {
    RequestDetails details =
        RequestDetails.of("Post-op Percocet 10/325mg #60, 1-2 tabs orally every 4-6 hrs");

    assertThat(details.strengths()).extracting(PrintedAmount::printed).containsOnly("10/325mg");
    assertThat(details.quantities()).extracting(PrintedAmount::printed).containsExactly("#60");
    assertThat(details.frequencies())
        .extracting(PrintedAmount::printed)
        .containsExactly("every 4-6 hrs");
  }

  @Property
  void printedAmountsArePartsOfRequest(
      @ForAll @IntRange(min = 1, max = 60) int sessions, @ForAll String suffix) {
    String request = sessions + " sessions, twice a week " + suffix;
    RequestDetails details = RequestDetails.of(request);

    assertThat(details.sessions().getFirst().low()).isEqualTo(sessions);
    assertThat(Stream.of(details.sessions(), details.frequencies()).flatMap(List::stream))
        .allSatisfy(amount -> assertThat(request).contains(amount.printed()));
  }

  @Property
  void parsesAnySequenceOfNumbersAndSigns(@ForAll("jumble") List<String> words) {
    RequestDetails.of(String.join(" ", words));
    RequestDetails.of(String.join("", words));
  }

  @Provide
  Arbitrary<List<String>> jumble() {
    return Arbitraries.of(
            "1",
            "12",
            "3.5",
            "1,000",
            "99999999999",
            "/",
            "-",
            "x",
            "times",
            "#",
            "%",
            "mg",
            "ml",
            "DOS",
            "date of service",
            "to",
            "and",
            "refills",
            "every",
            "twice",
            "twenty",
            "one",
            "week",
            "a",
            "per",
            "daily",
            "sessions",
            "left",
            "L",
            "C",
            "S",
            "knee",
            "(",
            ")",
            "qty")
        .list()
        .ofMaxSize(12);
  }
}
