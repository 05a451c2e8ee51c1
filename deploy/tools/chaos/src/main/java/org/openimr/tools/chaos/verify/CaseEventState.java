package org.openimr.tools.chaos.verify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Expected and published events of a case. */
final class CaseEventState {
  private final List<Revision> revisions = new ArrayList<>(1);
  private int tombstones;

  /** Expected and published events of a revision. */
  static final class Revision {
    /** Null until an expectation or a determination sets it. */
    private @Nullable String letterId;

    private @Nullable String outcomes;
    private int determinations;
    private int headers;
    private int summaries;
    private final List<Integer> items = new ArrayList<>(2);

    @Nullable String letterId() {
      return letterId;
    }

    @Nullable String outcomes() {
      return outcomes;
    }

    void expect(String ofLetter, String withOutcomes) {
      letterId = ofLetter;
      outcomes = withOutcomes;
    }

    boolean isExpected() {
      return letterId != null;
    }

    /** Whether the revision belongs to a letter. */
    boolean isOf(String candidate) {
      return candidate.equals(letterId);
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

    /** Adds an item and returns its number of occurrences. */
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

    boolean isComplete() {
      return determinations > 0
          && headers > 0
          && summaries > 0
          && outcomes != null
          && items.size() == outcomes.length()
          && !items.contains(0);
    }

    String summaryOfParts() {
      return "%d determinations, %d headers, %d summaries, %d of %d items"
          .formatted(
              determinations,
              headers,
              summaries,
              items.stream().filter(count -> count > 0).count(),
              outcomes == null ? 0 : outcomes.length());
    }
  }

  /** Returns a revision and creates it if necessary; numbers start at 1. */
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

  /** Expected tombstones: one per item that the next revision no longer has. */
  int expectedTombstones() {
    int expected = 0;
    for (int i = 1; i < revisions.size(); i++) {
      expected += Math.max(0, items(i - 1) - items(i));
    }
    return expected;
  }

  private int items(int index) {
    String outcomes = revisions.get(index).outcomes;
    return outcomes == null ? 0 : outcomes.length();
  }
}
