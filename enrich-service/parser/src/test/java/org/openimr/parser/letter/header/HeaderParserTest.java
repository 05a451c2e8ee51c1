package org.openimr.parser.letter.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.parser.letter.model.LetterHeader;
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
    return HeaderParser.parse(NormalizedLetter.of(text), text.indexOf("HOW"));
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
        .containsExactly(tuple(ParseWarning.Code.DATE_ORDER, "decisionDate"));
  }
}
