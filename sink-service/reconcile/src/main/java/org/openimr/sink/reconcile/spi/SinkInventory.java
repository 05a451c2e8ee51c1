package org.openimr.sink.reconcile.spi;

/**
 * The current content of a sink: the latest row of each key, without removed ones. Reconciliation
 * compares it with the topics.
 */
public interface SinkInventory extends AutoCloseable {
  /** Name of the sink, as in its settings: {@code lake}, {@code database}. */
  String sink();

  /** Number of cases, counted without reading each. */
  long cases();

  /** Number of items of all cases, counted without reading each. */
  long items();

  /** Passes all cases to a consumer, in any order. */
  void forEachCase(RevisionConsumer consumer);

  /** Passes all items to a consumer, in any order. */
  void forEachItem(RevisionConsumer consumer);

  @Override
  void close();

  /** Receives the keys and revisions of rows. */
  @FunctionalInterface
  interface RevisionConsumer {
    /**
     * Accepts one row.
     *
     * @param key case key, or {@code <case key>#<item number>}
     * @param revision revision of the letter of this row, from 1
     */
    void accept(String key, int revision);
  }
}
