package org.openimr.schemas.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

/** Ledgers count each letter once, however often it is read. */
class LedgerCountsTest {
  private static final PublishedCounts TWO_ITEMS = new PublishedCounts(1, 2, 2, 2, 0);

  @Test
  void countsLetterOnceAfterOffsetReset() {
    IntakeLedger once = IntakeLedger.EMPTY.withForwarded(7, 1).withDeadLetter(8);

    IntakeLedger again = once.withForwarded(7, 1);

    assertThat(again.letters()).isEqualTo(2);
    assertThat(again.forwarded()).isEqualTo(1);
    assertThat(again.deadLetters()).isEqualTo(1);
    assertThat(again.redelivered()).isEqualTo(1);
  }

  @Test
  void countsSkippedOffsets() {
    IntakeLedger row = IntakeLedger.EMPTY.withForwarded(5, 1).withForwarded(9, 1);

    assertThat(row.offsets()).isEqualTo(new CountedOffsets(5, 10, 3));
  }

  @Test
  void countsLettersBeyondOnePerRecord() {
    IntakeLedger row = IntakeLedger.EMPTY.withForwarded(0, 3).withForwarded(1, 1).withDeadLetter(2);

    assertThat(row.letters()).isEqualTo(row.forwarded() + row.deadLetters()).isEqualTo(3);
    assertThat(row.additionalLetters()).isEqualTo(2);
    assertThat(row.withForwarded(0, 4).additionalLetters()).isEqualTo(2);
  }

  @Test
  void readsRowsOfVersionsWithOneLetterPerRecord() {
    IntakeLedger ledger = IntakeLedger.EMPTY.withForwarded(3, 1);
    byte[] row = IntakeLedger.serde().serializer().serialize("any", ledger);
    byte[] earlier = Arrays.copyOf(row, row.length - Long.BYTES);

    assertThat(IntakeLedger.serde().deserializer().deserialize("any", earlier)).isEqualTo(ledger);
  }

  @Test
  void redeliveredLetterChangesEventsButNotLetters() {
    OutcomeLedger once =
        OutcomeLedger.EMPTY.withLetter(0, OutcomeLedger.Outcome.DETERMINATION, TWO_ITEMS);

    OutcomeLedger again =
        once.withRedelivery(
            1, OutcomeLedger.Outcome.DETERMINATION, new PublishedCounts(0, -1, 1, 1, 1));

    assertThat(again.letters()).isEqualTo(1);
    assertThat(again.determinations()).isEqualTo(1);
    assertThat(again.revisedByRedelivery()).isEqualTo(1);
    assertThat(again.published()).isEqualTo(new PublishedCounts(1, 1, 3, 3, 1));
  }

  @Test
  void ledgersSurviveSerialization() {
    IntakeLedger intake = IntakeLedger.EMPTY.withForwarded(3, 2);
    OutcomeLedger outcome =
        OutcomeLedger.EMPTY
            .withLetter(4, OutcomeLedger.Outcome.DETERMINATION, TWO_ITEMS)
            .withLetter(5, OutcomeLedger.Outcome.DUPLICATE, PublishedCounts.NONE)
            .withRedelivery(6, OutcomeLedger.Outcome.DEAD_LETTER, PublishedCounts.NONE);

    assertThat(stored(IntakeLedger.serde(), intake)).isEqualTo(intake);
    assertThat(stored(OutcomeLedger.serde(), outcome)).isEqualTo(outcome);
  }

  private static <T> T stored(Serde<T> serde, T row) {
    return serde.deserializer().deserialize("any", serde.serializer().serialize("any", row));
  }
}
