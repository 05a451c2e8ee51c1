package org.openimr.parser.letter.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.parser.letter.model.LetterHeader;
import org.openimr.parser.letter.model.LetterLayout;
import org.openimr.parser.letter.model.ParseWarning;
import org.openimr.parser.letter.model.ReviewPriority;
import org.openimr.parser.letter.text.NormalizedLetter;

class HeaderParserTest {
  private static final LetterHeader COMPLETE =
      new LetterHeader(
          Optional.of("CM16-9123456"),
          Optional.of(LocalDate.of(2016, 12, 14)),
          Optional.of(LocalDate.of(2016, 10, 11)),
          Optional.of(LocalDate.of(2017, 1, 24)),
          Optional.of(LocalDate.of(2016, 11, 8)),
          Optional.of(LocalDate.of(2016, 12, 12)),
          Optional.of(ReviewPriority.STANDARD),
          List.of());

  private static LetterHeader parse(String block) {
    String text = block + "\nHOW THE IMR FINAL DETERMINATION WAS MADE\n";
    return HeaderParser.parse(
        NormalizedLetter.of(text), LetterLayout.STANDARD, 0, text.indexOf("HOW"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // row by row, the last cell wrapped
        """
        Case Number: CM16-9123456
        Date Assigned: 12/14/2016 Date of Injury:  10/11/2016
        Decision Date: 01/24/2017 UR Denial Date:  11/08/2016
        Priority:  Standard Application
        Received:
        12/12/2016
        """,
        // the last value before the end of its label
        """
        Case Number:          CM16-9123456
        Date Assigned:        12/14/2016          Date of Injury:      10/11/2016
        Decision Date:        01/24/2017          UR Denial Date:      11/08/2016
        Priority:             Standard            Application          12/12/2016
                                                  Received:
        """,
        // tabs
        "Case Number:\tCM16-9123456\t\t\nDate Assigned:\t12/14/2016\tDate of Injury:\t10/11/2016\n"
            + "Decision Date:\t01/24/2017\tUR Denial Date:\t11/08/2016\n"
            + "Priority:\tStandard\tApplication Received:\t12/12/2016\n",
        // labels and then values, column by column
        """
        Case Number:
        Date Assigned:
        Decision Date:
        Priority:

        CM16-9123456
        12/14/2016
        01/24/2017
        Standard

        Date of Injury:
        UR Denial Date:
        Application
        Received:

        10/11/2016
        11/08/2016
        12/12/2016
        """,
        // values before, after and inside their labels
        """
        Case Number:
        Date Assigned:
        Decision Date:
        Priority:

        CM16-9123456
        12/14/2016
        01/24/2017
        Standard

        10/11/2016
        Date of Injury:
        UR Denial Date:   11/08/2016
        Application
        12/12/2016
        Received:
        """,
        """
        Case Number:
        Date Assigned:
        Decision Date:
        Priority:
        CM16-9123456
        12/14/2016
        01/24/2017
        Standard
        Date of Injury:
        10/11/2016
        UR Denial Date:   11/08/2016
        12/12/2016
        Application
        Received:
        """,
        // all values first
        """
        CM16-9123456
        12/14/2016
        01/24/2017
        Standard
        10/11/2016
        11/08/2016
        12/12/2016
        Case Number:
        Date Assigned:
        Decision Date:
        Priority:
        Date of Injury:
        UR Denial Date:
        Application Received:
        """,
        // labels row by row, values column by column
        """
        Case Number:
        Date Assigned: Date of Injury:
        Decision Date: UR Denial Date:
        Priority: Application
        Received:
        CM16-9123456
        12/14/2016
        01/24/2017
        Standard
        10/11/2016
        11/08/2016
        12/12/2016
        """,
        // all on one line, labels and then values
        "Case Number: Date Assigned: Date of Injury: Decision Date: UR Denial Date: Priority:"
            + " Application Received: CM16-9123456 12/14/2016 10/11/2016 01/24/2017 11/08/2016"
            + " Standard 12/12/2016",
        // broken inside labels and inside the case number
        """
        Case Number: CM16-
        9123456
        Date Assigned: 12/14/2016 Date
        of Injury: 10/11/2016 Decision
        \fDate: 01/24/2017 UR
        Denial Date: 11/08/2016 Priority:
        Standard Application 12/12/2016
        Received:
        """,
      })
  void parsesTableHoweverItWasExtracted(String block) {
    assertThat(parse(block)).isEqualTo(COMPLETE);
  }

  @Test
  void parsesExpeditedPriority() {
    assertThat(parse("Priority: Expedited Application Received: 02/03/2017").priority())
        .contains(ReviewPriority.EXPEDITED);
  }

  @Test
  void keepsOtherValuesWhenOneIsMissing() {
    LetterHeader header =
        parse(
            """
            Date Assigned: 12/14/2016 Date of Injury:
            Decision Date: 01/24/2017 UR Denial Date: 11/08/2016
            Priority: Standard Application
            Received:
            12/12/2016
            """);

    assertThat(header.dateOfInjury()).isEmpty();
    assertThat(header.decisionDate()).contains(LocalDate.of(2017, 1, 24));
    assertThat(header.applicationReceived()).contains(LocalDate.of(2016, 12, 12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"02/30/2016", "13/01/2016", "10/17/216", "00/10/2016", "1/1/99999999999"})
  void warnsAboutInvalidDate(String date) {
    LetterHeader header = parse("Date of Injury: " + date + "\nDecision Date: 01/24/2017\n");

    assertThat(header.dateOfInjury()).isEmpty();
    assertThat(header.warnings())
        .filteredOn(warning -> warning.field().equals("dateOfInjury"))
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo(ParseWarning.Code.DATE_INVALID);
              assertThat(warning.field()).isEqualTo("dateOfInjury");
              assertThat(warning.message()).doesNotContain(date);
            });
  }

  @Test
  void keepsDateOutOfOrderAndWarns() {
    LetterHeader header = parse("UR Denial Date: 11/08/2016\nDecision Date: 01/20/2016\n");

    assertThat(header.decisionDate()).contains(LocalDate.of(2016, 1, 20));
    assertThat(header.warnings())
        .extracting(ParseWarning::code, ParseWarning::field)
        .contains(tuple(ParseWarning.Code.DATE_ORDER, "decisionDate"));
  }

  private static final String ROWS =
      """
      Case Number: CM16-9123456
      Date Assigned: 12/14/2016 Date of Injury:  10/11/2016
      Decision Date: 01/24/2017 UR Denial Date:  11/08/2016
      Priority:  Standard Application
      Received:
      12/12/2016
      """;

  @ParameterizedTest
  @CsvSource({
    "CM16-9123456, caseNumber",
    "12/14/2016, dateAssigned",
    "10/11/2016, dateOfInjury",
    "01/24/2017, decisionDate",
    "11/08/2016, urDenialDate",
    "12/12/2016, applicationReceived",
    "Standard, priority",
    "Case Number: CM16-9123456, caseNumber",
    "Date Assigned: 12/14/2016, dateAssigned",
    "UR Denial Date:  11/08/2016, urDenialDate",
    "Priority:  Standard, priority",
  })
  void warnsOnceAboutEachMissingField(String lost, String field) {
    LetterHeader header = parse(ROWS.replace(lost, ""));

    assertThat(header.warnings())
        .extracting(ParseWarning::code, ParseWarning::field)
        .containsExactly(tuple(ParseWarning.Code.FIELD_MISSING, field));
  }

  @Test
  void warnsAboutMissingBlockOnly() {
    assertThat(parse("A letter\n").warnings())
        .extracting(ParseWarning::code)
        .containsExactly(ParseWarning.Code.HEADER_MISSING);
  }

  @Test
  void expectsNoPriorityInNotice() {
    String text = ROWS.replace("Priority:  Standard ", "") + "HOW";

    LetterHeader header =
        HeaderParser.parse(NormalizedLetter.of(text), LetterLayout.NOTICE, 0, text.indexOf("HOW"));

    assertThat(header.warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "12/14/2016, 12/14/2O16, dateAssigned",
    "12/14/2016, I2/l4/2016, dateAssigned",
    "10/11/2016, 10/ 11/2016, dateOfInjury",
    "10/11/2016, 10 / 11 / 2016, dateOfInjury",
    "CM16-9123456, CMl6-9I23456, caseNumber",
    "CM16-9123456, CM16-91 23456, caseNumber",
    "CM16-9123456, CM16 9123456, caseNumber",
    "CM16-9123456, CM16\u20149123456, caseNumber",
    "CM16-9123456, CM 16-9123456, caseNumber",
  })
  void correctsDamagedValueAndWarns(String printed, String damaged, String field) {
    LetterHeader header = parse(ROWS.replace(printed, damaged));

    assertThat(header).usingRecursiveComparison().ignoringFields("warnings").isEqualTo(COMPLETE);
    assertThat(header.warnings())
        .extracting(ParseWarning::code, ParseWarning::field)
        .containsExactly(tuple(ParseWarning.Code.FIELD_CORRECTED, field));
  }

  @ParameterizedTest
  @CsvSource({
    "CM16-9123456, cm16-9123456",
    "CM16-9123456, CM16-\uff19\uff11\uff12\uff13\uff14\uff15\uff16",
    "12/14/2016, \uff11\uff12\uff0f14\uff0f2016",
    "Case Number, CASE NUMBER",
    "Case Number:, IMR Case No.",
    "Case Number:, Case  Number :",
  })
  void acceptsOtherSpellings(String printed, String other) {
    assertThat(parse(ROWS.replace(printed, other))).isEqualTo(COMPLETE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CM16-912345",
        "CM16-91234567",
        "CM16-912345X",
        "16-9123456",
        "CM16-912345 12/14/2016"
      })
  void doesNotUseCaseNumberOfOtherLength(String printed) {
    LetterHeader header = parse(ROWS.replace("CM16-9123456", printed));

    assertThat(header.caseNumber()).isEmpty();
    assertThat(header.warnings())
        .extracting(ParseWarning::code, ParseWarning::field)
        .containsExactly(tuple(ParseWarning.Code.FIELD_INVALID, "caseNumber"));
  }

  @Test
  void warnsAboutUnknownPriority() {
    LetterHeader header = parse(ROWS.replace("Standard", "Urgent"));

    assertThat(header.priority()).isEmpty();
    assertThat(header.warnings())
        .extracting(ParseWarning::code, ParseWarning::field)
        .containsExactly(tuple(ParseWarning.Code.FIELD_INVALID, "priority"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Our file: CM15-9000001 (closed)\n",
        "RECEIVED 03/01/2017 by mail\n",
        "Dear Madam, we refer to CM15-9000001 of 03/01/2017.\n\n",
        "Fax 03/01/2017 10:02 page 1\n",
      })
  void ignoresOtherValuesBeforeBlock(String before) {
    assertThat(parse(before + ROWS)).isEqualTo(COMPLETE);
  }

  @Test
  void doesNotTakeStampForMissingDate() {
    LetterHeader header = parse("RECEIVED 03/01/2017 by mail\n" + ROWS.replace("12/14/2016", ""));

    assertThat(header.dateAssigned()).isEmpty();
    assertThat(header.warnings())
        .extracting(ParseWarning::code, ParseWarning::field)
        .containsExactly(tuple(ParseWarning.Code.FIELD_MISSING, "dateAssigned"));
  }

  @Test
  void startsAtTheBlock() {
    String before = "Case Number: CM15-9000001\nDate of Injury: 01/01/2001\n";
    String text = before + ROWS + "HOW";

    LetterHeader header =
        HeaderParser.parse(
            NormalizedLetter.of(text), LetterLayout.STANDARD, before.length(), text.indexOf("HOW"));

    assertThat(header).isEqualTo(COMPLETE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STANDARD",
        "standard",
        "Standard",
        "sTANDARD",
        "StAnDaRd",
        "STANDARD Application",
        "standard application",
        "STANDARD APPLICATION",
        "  STANDARD",
        "\tstandard"
      })
  void recognizesPriorityInAnyCase(String printed) {
    String application = printed.toLowerCase(Locale.ROOT).contains("app") ? "" : " Application";

    assertThat(parse(ROWS.replace("Standard Application", printed + application)))
        .isEqualTo(COMPLETE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EXPEDITED", "expedited", "Expedited", "ExPeDiTeD", "eXPEDITED"})
  void recognizesExpeditedPriorityInAnyCase(String printed) {
    assertThat(parse(ROWS.replace("Standard", printed)).priority())
        .contains(ReviewPriority.EXPEDITED);
    assertThat(parse(ROWS.replace("Standard", printed).toUpperCase(Locale.ROOT)).priority())
        .contains(ReviewPriority.EXPEDITED);
    assertThat(parse(ROWS.replace("Standard", printed).toLowerCase(Locale.ROOT)).priority())
        .contains(ReviewPriority.EXPEDITED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Date of Injury",
        "UR Denial Date",
        "Date Assigned",
        "Decision Date",
        "Priority",
        "Case Number",
        "Application",
        "Received",
        "Standard"
      })
  void recognizesLabelInCapitalsAndInLowerCase(String label) {
    assertThat(parse(ROWS.replace(label, label.toUpperCase(Locale.ROOT)))).isEqualTo(COMPLETE);
    assertThat(parse(ROWS.replace(label, label.toLowerCase(Locale.ROOT)))).isEqualTo(COMPLETE);
  }

  @Test
  void recognizesBlockInCapitalsAndInLowerCase() {
    for (String block : List.of(ROWS.toUpperCase(Locale.ROOT), ROWS.toLowerCase(Locale.ROOT))) {
      assertThat(parse(block))
          .usingRecursiveComparison()
          .ignoringFields("caseNumber", "warnings")
          .isEqualTo(COMPLETE);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "An application was filed on 8/1/2013 disputing the denial dated 7/15/2013. A Notice of"
            + " Assignment was sent on 8/20/2013.",
        "The application for review, filed on August 1, 2013, disputing a Modification dated"
            + " July 15,\n2013; notice of assignment and request for information was provided to"
            + " the parties on\nAug. 20th, 2013.",
      })
  void usesDatesInSentencesOfNotice(String sentences) {
    String text = "Dated: 9/3/2013\nHEADING\n" + sentences;

    LetterHeader header =
        HeaderParser.parse(
            NormalizedLetter.of(text), LetterLayout.NOTICE, 0, text.indexOf("HEADING"));

    assertThat(header.applicationReceived()).contains(LocalDate.of(2013, 8, 1));
    assertThat(header.urDenialDate()).contains(LocalDate.of(2013, 7, 15));
    assertThat(header.dateAssigned()).contains(LocalDate.of(2013, 8, 20));
    assertThat(header.decisionDate()).contains(LocalDate.of(2013, 9, 3));
    assertThat(header.warnings())
        .extracting(ParseWarning::field)
        .containsExactly("caseNumber", "dateOfInjury");
  }
}
