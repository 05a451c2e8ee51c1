package org.openimr.tools.chaos.verify;

import java.util.ArrayList;
import java.util.List;

/** What has to be published for a case, and what was. */
final class CaseEventState {
  private final List<Revision> revisions = new ArrayList<>(1);
  private int tombstones;

  /** A revision, expected or found; made when either is first heard of. */
  static final class Revision {
    /** Null until a truth or a determination names it. */
    private String letterId;

    private String outcomes;
    private int determinations;
    private int headers;
    private int summaries;
    private final List<Integer> items = new ArrayList<>(2);

    String letterId() {
      return letterId;
    }

    String outcomes() {
      return outcomes;
    }

    void expect(String ofLetter, String withOutcomes) {
      letterId = ofLetter;
      outcomes = withOutcomes;
    }

    boolean isExpected() {
      return letterId != null;
    }

    /** Whether this is another letter's; the first to come names it where the truth does not. */
    boolean isOf(String otherLetterId) {
      return otherLetterId.equals(letterId);
    }

    int addDetermination() {
      return ++determinations;
    }

    int addHeader() {
      return ++headers;
    }

    int addSummary() {
      return ++summaries;
    }

    /** How often an item has come. */
    int addItem(int number) {
      while (items.size() < number) {
        items.add(0);
      }
      items.set(number - 1, items.get(number - 1) + 1);
      return items.get(number - 1);
    }

    boolean isEmpty() {
      return determinations + headers + summaries + items.size() == 0;
    }

    boolean isWhole() {
      return determinations > 0
          && headers > 0
          && summaries > 0
          && items.size() == outcomes.length()
          && !items.contains(0);
    }

    String parts() {
      return "%d determinations, %d headers, %d summaries, %d of %d items"
          .formatted(
              determinations,
              headers,
              summaries,
              items.stream().filter(times -> times > 0).count(),
              outcomes == null ? 0 : outcomes.length());
    }
  }

  /** The revision of a number, from 1. */
  Revision revision(int number) {
    while (revisions.size() < number) {
      revisions.add(new Revision());
    }
    return revisions.get(number - 1);
  }

  List<Revision> revisions() {
    return revisions;
  }

  void addTombstone() {
    tombstones++;
  }

  int tombstones() {
    return tombstones;
  }

  /** Tombstones that the revisions need: one for each item that the next revision lacks. */
  int expectedTombstones() {
    int needed = 0;
    for (int i = 1; i < revisions.size(); i++) {
      needed += Math.max(0, items(i - 1) - items(i));
    }
    return needed;
  }

  private int items(int place) {
    String outcomes = revisions.get(place).outcomes;
    return outcomes == null ? 0 : outcomes.length();
  }
}
