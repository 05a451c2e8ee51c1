package org.openimr.sink.reconcile.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openimr.sink.reconcile.report.Discrepancy;

/** Revisions of the latest events of one case; 0 for an event that does not exist. */
final class CaseEventRevisions {
  private static final String EVENTS = "events";

  private int determination;
  private int header;
  private int summary;
  private int itemsDecided;
  private int headerItems;

  /** Revision of item 1, 2, ... */
  private int[] items = {};

  void determination(int revision, int itemCount) {
    determination = revision;
    itemsDecided = itemCount;
  }

  void header(int revision, int itemCount) {
    header = revision;
    headerItems = itemCount;
  }

  void summary(int revision) {
    summary = revision;
  }

  void item(int number, int revision) {
    if (items.length < number) {
      items = Arrays.copyOf(items, number);
    }
    items[number - 1] = revision;
  }

  int determination() {
    return determination;
  }

  /** Number of item decisions. */
  int items() {
    int count = 0;
    for (int revision : items) {
      count += revision == 0 ? 0 : 1;
    }
    return count;
  }

  /** Revision of an item, from 1; 0 if it does not exist. */
  int item(int number) {
    return number <= items.length ? items[number - 1] : 0;
  }

  int maxItems() {
    return items.length;
  }

  /** Differences between these events and the determination. */
  List<Discrepancy> differences(String key) {
    List<Discrepancy> found = new ArrayList<>();
    if (determination == 0) {
      int others = Math.max(header, summary);
      for (int revision : items) {
        others = Math.max(others, revision);
      }
      if (others > 0) {
        found.add(Discrepancy.of(EVENTS, key, others, 0, "events without a determination"));
      }
      return found;
    }
    compare(found, key, determination, header, "revision of the case header");
    compare(found, key, determination, summary, "revision of the clinical summary");
    if (header == determination) {
      compare(found, key, itemsDecided, headerItems, "items that the case header counts");
    }
    for (int number = 1; number <= Math.max(itemsDecided, items.length); number++) {
      int expected = number <= itemsDecided ? determination : 0;
      compare(found, key + "#" + number, expected, item(number), "revision of the item decision");
    }
    return found;
  }

  private static void compare(
      List<Discrepancy> found, String key, long expected, long actual, String what) {
    if (expected != actual) {
      found.add(Discrepancy.of(EVENTS, key, expected, actual, what));
    }
  }
}
