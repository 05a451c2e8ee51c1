package org.openimr.sink.reconcile.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.openimr.sink.reconcile.report.Discrepancy;

/** The newest events of one case: their revisions, 0 where there is none. */
final class CaseEventRevisions {
  private static final String EVENTS = "events";

  private int determination;
  private int header;
  private int summary;
  private int decided;
  private int headerItems;

  /** Revision of item 1, 2, ... */
  private int[] items = {};

  void determination(int revision, int itemCount) {
    determination = revision;
    decided = itemCount;
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

  /** Item decisions that are there. */
  int items() {
    int there = 0;
    for (int revision : items) {
      there += revision == 0 ? 0 : 1;
    }
    return there;
  }

  /** Revision of an item, from 1; 0 if it is not there. */
  int item(int number) {
    return number <= items.length ? items[number - 1] : 0;
  }

  int maxItems() {
    return items.length;
  }

  /** Where these events don't agree with the determination. */
  List<Discrepancy> differences(String key) {
    List<Discrepancy> found = new ArrayList<>();
    if (determination == 0) {
      int others = Math.max(header, summary);
      for (int revision : items) {
        others = Math.max(others, revision);
      }
      if (others > 0) {
        found.add(Discrepancy.of(EVENTS, key, others, 0, "there are events, but no determination"));
      }
      return found;
    }
    compare(found, key, determination, header, "revision of the case header");
    compare(found, key, determination, summary, "revision of the clinical summary");
    if (header == determination) {
      compare(found, key, decided, headerItems, "items that the case header counts");
    }
    for (int number = 1; number <= Math.max(decided, items.length); number++) {
      int expected = number <= decided ? determination : 0;
      compare(found, key + "#" + number, expected, item(number), "revision of the item decision");
    }
    return found;
  }

  private static void compare(
      List<Discrepancy> found, String key, long expected, long is, String what) {
    if (expected != is) {
      found.add(Discrepancy.of(EVENTS, key, expected, is, what));
    }
  }
}
