package org.openimr.parser.letter.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedDateParserTest {

  @ParameterizedTest
  @CsvSource({
    "12/14/2016, 2016-12-14",
    "1/2/2017, 2017-01-02",
    "02/29/2016, 2016-02-29",
    "9-3-2013, 2013-09-03",
    "09.03.2013, 2013-09-03",
    "01/01/1900, 1900-01-01",
    "12/31/2100, 2100-12-31",
  })
  void parsesDate(String printed, LocalDate date) {
    assertThat(PrintedDateParser.parse(printed, 0, printed.length())).isEqualTo(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "02/29/2017",
        "13/01/2016",
        "00/10/2016",
        "10/00/2016",
        "04/31/2016",
        "12/31/1899",
        "01/01/2101",
        "10/17/216",
        "1/1/99999999999"
      })
  void rejectsDateThatDoesNotExist(String printed) {
    assertThat(PrintedDateParser.parse(printed, 0, printed.length())).isNull();
  }

  @Test
  void findsEndOfDate() {
    String text = "on 12/14/2016, 5";

    assertThat(PrintedDateParser.endAt(text, 3, text.length())).isEqualTo(13);
    assertThat(PrintedDateParser.endAt(text, 3, 8)).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12/2016", "2016", "1/2/3/4", "/1/2", "1/2/", "Dec 5"})
  void findsNoDateInOtherNumbers(String text) {
    assertThat(PrintedDateParser.endAt(text, 0, text.length())).isEqualTo(-1);
  }
}
