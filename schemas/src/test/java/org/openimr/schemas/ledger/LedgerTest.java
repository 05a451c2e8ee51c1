package org.openimr.schemas.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

/** Rows of the ledgers: each letter counts once, however often it is read. */
class LedgerTest {
  private static final Published TWO_ITEMS = new Published(1, 2, 2, 2, 0);

  @Test
  void letterReadTwiceAfterOffsetsWereSetBackCountsOnce() {
    IntakeLedger once =
        IntakeLedger.EMPTY
            .with(7, IntakeLedger.Outcome.PASSED_ON)
            .with(8, IntakeLedger.Outcome.DEAD_LETTER);

    IntakeLedger again = once.with(7, IntakeLedger.Outcome.PASSED_ON);

    assertThat(again.letters()).isEqualTo(2);
    assertThat(again.passedOn()).isEqualTo(1);
    assertThat(again.deadLetters()).isEqualTo(1);
    assertThat(again.again()).isEqualTo(1);
  }

  @Test
  void offsetsWithoutALetterArePassedOver() {
    IntakeLedger row =
        IntakeLedger.EMPTY
            .with(5, IntakeLedger.Outcome.PASSED_ON)
            .with(9, IntakeLedger.Outcome.PASSED_ON);

    assertThat(row.positions()).isEqualTo(new Positions(5, 10, 3));
  }

  @Test
  void revisionByALetterReadAgainChangesTheEventsButNotTheLetters() {
    OutcomeLedger once =
        OutcomeLedger.EMPTY.with(0, OutcomeLedger.Outcome.DETERMINATION, TWO_ITEMS);

    OutcomeLedger again =
        once.withAgain(1, OutcomeLedger.Outcome.DETERMINATION, new Published(0, -1, 1, 1, 1));

    assertThat(again.letters()).isEqualTo(1);
    assertThat(again.determinations()).isEqualTo(1);
    assertThat(again.revisedAgain()).isEqualTo(1);
    assertThat(again.published()).isEqualTo(new Published(1, 1, 3, 3, 1));
  }

  @Test
  void rowsComeBackAsTheyWereStored() {
    IntakeLedger intake = IntakeLedger.EMPTY.with(3, IntakeLedger.Outcome.PASSED_ON);
    OutcomeLedger outcome =
        OutcomeLedger.EMPTY
            .with(4, OutcomeLedger.Outcome.DETERMINATION, TWO_ITEMS)
            .with(5, OutcomeLedger.Outcome.DUPLICATE, Published.NONE)
            .withAgain(6, OutcomeLedger.Outcome.DEAD_LETTER, Published.NONE);

    assertThat(stored(IntakeLedger.serde(), intake)).isEqualTo(intake);
    assertThat(stored(OutcomeLedger.serde(), outcome)).isEqualTo(outcome);
  }

  private static <T> T stored(Serde<T> serde, T row) {
    return serde.deserializer().deserialize("any", serde.serializer().serialize("any", row));
  }
}
