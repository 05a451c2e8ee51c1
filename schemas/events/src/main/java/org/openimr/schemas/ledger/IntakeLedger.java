package org.openimr.schemas.ledger;

import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * What the ingest service made of a partition of the raw topic, counted in the same transaction as
 * what it published.
 *
 * @param positions offsets of the raw topic that are counted
 * @param letters raw letters taken, each once however often it was read
 * @param passedOn those whose text went on
 * @param deadLetters those that became dead letters
 * @param again raw letters that were read again after offsets had been set back; not in the other
 *     counts
 */
public record IntakeLedger(
    CountedOffsets offsets, long letters, long forwarded, long deadLetters, long redelivered) {
  /** Name of the store; its changelog is {@code <application id>-ledger-changelog}. */
  public static final String STORE = "ledger";

  /** No letter yet. */
  public static final IntakeLedger EMPTY = new IntakeLedger(CountedOffsets.NONE, 0, 0, 0, 0);

  private static final int BYTES = CountedOffsets.BYTES + 4 * Long.BYTES;

  /** What became of a letter. */
  public enum Outcome {
    FORWARDED,
    DEAD_LETTER
  }

  /** With the letter at an offset taken. */
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

  /** Serde of a row. */
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
