package org.openimr.schemas.ledger;

import java.nio.ByteBuffer;

/**
 * What the events of determinations add up to.
 *
 * @param cases with a determination now
 * @param items that those determinations have now
 * @param itemsDecided items by the counts of all headers that were published, all revisions
 * @param itemEvents item decisions that were published, all revisions
 * @param tombstones of items that a later revision no longer had
 */
public record PublishedCounts(
    long cases, long items, long itemsDecided, long itemEvents, long tombstones) {
  /** Nothing yet. */
  public static final PublishedCounts NONE = new PublishedCounts(0, 0, 0, 0, 0);

  static final int BYTES = 5 * Long.BYTES;

  /** Both together. */
  public PublishedCounts plus(PublishedCounts other) {
    return new PublishedCounts(
        cases + other.cases,
        items + other.items,
        itemsDecided + other.itemsDecided,
        itemEvents + other.itemEvents,
        tombstones + other.tombstones);
  }

  void write(ByteBuffer row) {
    row.putLong(cases).putLong(items).putLong(itemsDecided).putLong(itemEvents).putLong(tombstones);
  }

  static PublishedCounts of(ByteBuffer row) {
    return new PublishedCounts(
        row.getLong(), row.getLong(), row.getLong(), row.getLong(), row.getLong());
  }
}
