package org.openimr.enrich;

import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * What became of letters: each counts once, in the same transaction as its events.
 *
 * @param determinations letters that were published, all revisions
 * @param duplicates letters whose facts were published before
 * @param deadLetters letters that could not be read
 */
public record Ledger(long determinations, long duplicates, long deadLetters) {
  /** No letter yet. */
  public static final Ledger EMPTY = new Ledger(0, 0, 0);

  /** All letters. */
  public long letters() {
    return determinations + duplicates + deadLetters;
  }

  /** Both ledgers together. */
  public Ledger plus(Ledger other) {
    return new Ledger(
        determinations + other.determinations,
        duplicates + other.duplicates,
        deadLetters + other.deadLetters);
  }

  /** Serde for the store that keeps a ledger a partition. */
  public static Serde<Ledger> serde() {
    return Serdes.serdeFrom(
        (topic, ledger) -> ledger == null ? null : ledger.toBytes(),
        (topic, bytes) -> bytes == null ? null : of(bytes));
  }

  private byte[] toBytes() {
    return ByteBuffer.allocate(3 * Long.BYTES)
        .putLong(determinations)
        .putLong(duplicates)
        .putLong(deadLetters)
        .array();
  }

  private static Ledger of(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new Ledger(buffer.getLong(), buffer.getLong(), buffer.getLong());
  }
}
