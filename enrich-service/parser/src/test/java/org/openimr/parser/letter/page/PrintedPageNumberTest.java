package org.openimr.parser.letter.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedPageNumberTest {

  @ParameterizedTest
  @CsvSource({
    "Page 2 of 5, 2, 5",
    "sheet 03/11, 3, 11",
    "07-05-2018 09:12 Tel 0005 002/004, 2, 4",
    "1 OF 3, 1, 3",
    "received 1/9/2018 page 4 / 4, 4, 4",
  })
  void readsNumberAndTotal(String line, int number, int total) {
    assertThat(PrintedPageNumber.find(line)).isEqualTo(new PrintedPageNumber(number, total));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Page 2",
        "03/02/2017",
        "blood pressure 120/80",
        "6 of 2",
        "0/4",
        "2 offers",
        "1000/2000",
        ""
      })
  void ignoresOtherNumbers(String line) {
    assertThat(PrintedPageNumber.find(line)).isNull();
  }

  @Test
  void takesTheLastOfSeveralNumbers() {
    assertThat(PrintedPageNumber.find("part 1 of 2, page 3 of 8"))
        .isEqualTo(new PrintedPageNumber(3, 8));
  }
}
