package org.openimr.schemas.ledger;

import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The results of the ingest service for one partition of the raw topic, counted in the same
 * transaction as the published records.
 *
 * @param offsets of the raw topic that are counted
 * @param letters raw letters, each counted once
 * @param forwarded letters whose text was published
 * @param deadLetters letters that became dead letters
 * @param redelivered raw letters that were read again after offsets were reset; not in the other
 *     counts
 */
public record IntakeLedger(
    CountedOffsets offsets, long letters, long forwarded, long deadLetters, long redelivered) {
  /** Name of the store; its changelog is {@code <application id>-ledger-changelog}. */
  public static final String STORE = "ledger";

  /** The empty ledger. */
  public static final IntakeLedger EMPTY = new IntakeLedger(CountedOffsets.NONE, 0, 0, 0, 0);

  private static final int BYTES = CountedOffsets.BYTES + 4 * Long.BYTES;

  /** The result of processing a letter. */
  public enum Outcome {
    FORWARDED,
    DEAD_LETTER
  }

  /** This ledger with the letter at an offset counted. */
  public IntakeLedger withLetter(long offset, Outcome outcome) {
    if (offsets.contains(offset)) {
      return new IntakeLedger(offsets, letters, forwarded, deadLetters, redelivered + 1);
    }
    return new IntakeLedger(
        offsets.add(offset),
        letters + 1,
        forwarded + (outcome == Outcome.FORWARDED ? 1 : 0),
        deadLetters + (outcome == Outcome.DEAD_LETTER ? 1 : 0),
        redelivered);
  }

  /** The serde of a ledger. */
  public static Serde<IntakeLedger> serde() {
    return Serdes.serdeFrom(
        (topic, ledger) -> ledger == null ? null : ledger.toBytes(),
        (topic, bytes) -> bytes == null ? null : of(bytes));
  }

  private byte[] toBytes() {
    ByteBuffer row = ByteBuffer.allocate(BYTES);
    offsets.write(row);
    return row.putLong(letters)
        .putLong(forwarded)
        .putLong(deadLetters)
        .putLong(redelivered)
        .array();
  }

  private static IntakeLedger of(byte[] bytes) {
    ByteBuffer row = ByteBuffer.wrap(bytes);
    return new IntakeLedger(
        CountedOffsets.of(row), row.getLong(), row.getLong(), row.getLong(), row.getLong());
  }
}
