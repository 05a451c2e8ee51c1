package org.openimr.sink.reconcile.spi;

/**
 * What a sink holds now: the newest row of each key, removed ones left out. Reconciliation compares
 * it with the topics.
 */
public interface SinkInventory extends AutoCloseable {
  /** Name of the sink, as in its settings: {@code lake}, {@code database}. */
  String sink();

  /** Cases held; cheap, without reading each. */
  long cases();

  /** Items held, of all cases; cheap, without reading each. */
  long items();

  /** Reads all cases, in any order. */
  void forEachCase(RevisionConsumer entry);

  /** Reads all items, in any order. */
  void forEachItem(RevisionConsumer entry);

  @Override
  void close();

  /** Is told of each key with its revision. */
  @FunctionalInterface
  interface RevisionConsumer {
    /**
     * Takes one row.
     *
     * @param key case key, or {@code <case key>#<item number>}
     * @param revision revision of the letter that the row is of, from 1
     */
    void accept(String key, int revision);
  }
}
