package org.openimr.schemas.ledger;

import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The results of the enrich service for one partition of the letters topic, counted in the same
 * transaction as its events.
 *
 * @param offsets of the letters topic that are counted
 * @param letters that were read for the first time
 * @param determinations of these letters: published, in all revisions
 * @param duplicates of these letters: with facts that were published before
 * @param deadLetters of these letters
 * @param redelivered letters that were read again, in a replay or after offsets were reset; not in
 *     the counts above
 * @param revisedByRedelivery of the redelivered letters: published as a revision
 * @param published totals of the published events
 */
public record OutcomeLedger(
    CountedOffsets offsets,
    long letters,
    long determinations,
    long duplicates,
    long deadLetters,
    long redelivered,
    long revisedByRedelivery,
    PublishedCounts published) {
  /** Name of the store; its changelog is {@code <application id>-ledger-changelog}. */
  public static final String STORE = "ledger";

  /** The empty ledger. */
  public static final OutcomeLedger EMPTY =
      new OutcomeLedger(CountedOffsets.NONE, 0, 0, 0, 0, 0, 0, PublishedCounts.NONE);

  private static final int BYTES = CountedOffsets.BYTES + 6 * Long.BYTES + PublishedCounts.BYTES;

  /** The result of processing a letter. */
  public enum Outcome {
    DETERMINATION,
    DUPLICATE,
    DEAD_LETTER
  }

  /** This ledger with the letter at an offset, read for the first time, counted. */
  public OutcomeLedger withLetter(long offset, Outcome outcome, PublishedCounts more) {
    return new OutcomeLedger(
        offsets.add(offset),
        letters + 1,
        determinations + (outcome == Outcome.DETERMINATION ? 1 : 0),
        duplicates + (outcome == Outcome.DUPLICATE ? 1 : 0),
        deadLetters + (outcome == Outcome.DEAD_LETTER ? 1 : 0),
        redelivered,
        revisedByRedelivery,
        published.plus(more));
  }

  /** This ledger with the letter at an offset, read again, counted. */
  public OutcomeLedger withRedelivery(long offset, Outcome outcome, PublishedCounts more) {
    return new OutcomeLedger(
        offsets.add(offset),
        letters,
        determinations,
        duplicates,
        deadLetters,
        redelivered + 1,
        revisedByRedelivery + (outcome == Outcome.DETERMINATION ? 1 : 0),
        published.plus(more));
  }

  /** The serde of a ledger. */
  public static Serde<OutcomeLedger> serde() {
    return Serdes.serdeFrom(
        (topic, ledger) -> ledger == null ? null : ledger.toBytes(),
        (topic, bytes) -> bytes == null ? null : of(bytes));
  }

  private byte[] toBytes() {
    ByteBuffer row = ByteBuffer.allocate(BYTES);
    offsets.write(row);
    row.putLong(letters).putLong(determinations).putLong(duplicates).putLong(deadLetters);
    row.putLong(redelivered).putLong(revisedByRedelivery);
    published.write(row);
    return row.array();
  }

  private static OutcomeLedger of(byte[] bytes) {
    ByteBuffer row = ByteBuffer.wrap(bytes);
    return new OutcomeLedger(
        CountedOffsets.of(row),
        row.getLong(),
        row.getLong(),
        row.getLong(),
        row.getLong(),
        row.getLong(),
        row.getLong(),
        PublishedCounts.of(row));
  }
}
