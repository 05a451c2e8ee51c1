package org.openimr.schemas.ledger;

import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The results of the ingest service for one partition of the raw topic, counted in the same
 * transaction as the published records.
 *
 * @param offsets of the raw topic that are counted
 * @param letters raw records, each counted once; most hold one letter
 * @param forwarded raw records whose letters were published
 * @param deadLetters raw records that became dead letters
 * @param redelivered raw records that were read again after offsets were reset; not in the other
 *     counts
 * @param additionalLetters letters published in addition to one per forwarded record, because their
 *     documents contain several letters
 */
public record IntakeLedger(
    CountedOffsets offsets,
    long letters,
    long forwarded,
    long deadLetters,
    long redelivered,
    long additionalLetters) {
  /** Name of the store; its changelog is {@code <application id>-ledger-changelog}. */
  public static final String STORE = "ledger";

  /** The empty ledger. */
  public static final IntakeLedger EMPTY = new IntakeLedger(CountedOffsets.NONE, 0, 0, 0, 0, 0);

  private static final int BYTES = CountedOffsets.BYTES + 5 * Long.BYTES;

  /**
   * Returns this ledger with a record counted whose letters were published.
   *
   * @param letterCount number of letters in the record, at least 1
   */
  public IntakeLedger withForwarded(long offset, int letterCount) {
    return offsets.contains(offset)
        ? withRedelivery()
        : new IntakeLedger(
            offsets.add(offset),
            letters + 1,
            forwarded + 1,
            deadLetters,
            redelivered,
            additionalLetters + letterCount - 1);
  }

  /** Returns this ledger with a record counted that became a dead letter. */
  public IntakeLedger withDeadLetter(long offset) {
    return offsets.contains(offset)
        ? withRedelivery()
        : new IntakeLedger(
            offsets.add(offset),
            letters + 1,
            forwarded,
            deadLetters + 1,
            redelivered,
            additionalLetters);
  }

  private IntakeLedger withRedelivery() {
    return new IntakeLedger(
        offsets, letters, forwarded, deadLetters, redelivered + 1, additionalLetters);
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
        .putLong(additionalLetters)
        .array();
  }

  private static IntakeLedger of(byte[] bytes) {
    ByteBuffer row = ByteBuffer.wrap(bytes);
    return new IntakeLedger(
        CountedOffsets.of(row),
        row.getLong(),
        row.getLong(),
        row.getLong(),
        row.getLong(),
        // rows of versions that published one letter per record end here
        row.hasRemaining() ? row.getLong() : 0);
  }
}
