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
public record Published(
    long cases, long items, long itemsDecided, long itemEvents, long tombstones) {
  /** Nothing yet. */
  public static final Published NONE = new Published(0, 0, 0, 0, 0);

  static final int BYTES = 5 * Long.BYTES;

  /** Both together. */
  public Published plus(Published other) {
    return new Published(
        cases + other.cases,
        items + other.items,
        itemsDecided + other.itemsDecided,
        itemEvents + other.itemEvents,
        tombstones + other.tombstones);
  }

  void write(ByteBuffer row) {
    row.putLong(cases).putLong(items).putLong(itemsDecided).putLong(itemEvents).putLong(tombstones);
  }

  static Published of(ByteBuffer row) {
    return new Published(row.getLong(), row.getLong(), row.getLong(), row.getLong(), row.getLong());
  }
}
