package org.openimr.schemas.ledger;

import java.nio.ByteBuffer;

/**
 * Totals of the published events.
 *
 * @param cases with a current determination
 * @param items of the current determinations
 * @param itemsDecided items according to the counts of all published headers, in all revisions
 * @param itemEvents published item decisions, in all revisions
 * @param tombstones of items that a later revision no longer had
 */
public record PublishedCounts(
    long cases, long items, long itemsDecided, long itemEvents, long tombstones) {
  /** Zero. */
  public static final PublishedCounts NONE = new PublishedCounts(0, 0, 0, 0, 0);

  static final int BYTES = 5 * Long.BYTES;

  /** The sum of both. */
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
