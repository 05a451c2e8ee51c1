package org.openimr.standalone.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openimr.event.Determination;
import org.openimr.event.Header;

class OutcomeTallyTest {
  @Test
  void sumsItemsAndCountsDeadLettersByCode() {
    OutcomeTally tally =
        OutcomeTally.EMPTY
            .plus(determined(2, 1))
            .plus(determined(0, 4))
            .plus(new LetterResult.DeadLettered("NOT_A_LETTER", "enrich", ""))
            .plus(new LetterResult.DeadLettered("NOT_A_LETTER", "ingest", ""))
            .plus(new LetterResult.DeadLettered("CODE_OF_NEWER_VERSION", "enrich", ""));

    assertThat(tally.letters()).isEqualTo(5);
    assertThat(tally.determinations()).isEqualTo(2);
    assertThat(tally.upheld()).isEqualTo(2);
    assertThat(tally.overturned()).isEqualTo(5);
    assertThat(tally.deadLetterTotal()).isEqualTo(3);
    assertThat(tally.deadLetters())
        .isEqualTo(Map.of("NOT_A_LETTER", 2L, "CODE_OF_NEWER_VERSION", 1L));
  }

  private static LetterResult determined(int upheld, int overturned) {
    Header header = new Header();
    header.setUpheldCount(upheld);
    header.setOverturnedCount(overturned);
    Determination determination = new Determination();
    determination.setHeader(header);
    return new LetterResult.Determined(determination);
  }
}
