package org.openimr.sink.reconcile.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class CaseEventRevisionsTest {
  private static final String KEY = "CM17-9300001";
  private final CaseEventRevisions events = new CaseEventRevisions();

  @Test
  void completeCaseHasNoDifferences() {
    publish(2, 2);

    assertThat(events.differences(KEY)).isEmpty();
  }

  @Test
  void reportsMissingItem() {
    publish(1, 3);
    events.item(2, 0);

    assertThat(found()).containsExactly(tuple(KEY + "#2", 1L, 0L));
  }

  @Test
  void reportsItemOfEarlierRevision() {
    publish(1, 2);
    publish(2, 2);
    events.item(1, 1);

    assertThat(found()).containsExactly(tuple(KEY + "#1", 2L, 1L));
  }

  @Test
  void reportsItemWithoutTombstone() {
    publish(1, 2);
    events.determination(2, 1);
    events.header(2, 1);
    events.summary(2);
    events.item(1, 2);

    assertThat(found()).containsExactly(tuple(KEY + "#2", 0L, 1L));
  }

  @Test
  void reportsHeaderAndSummaryOfOtherRevision() {
    publish(1, 1);
    events.determination(2, 1);
    events.item(1, 2);

    assertThat(found()).containsExactly(tuple(KEY, 2L, 1L), tuple(KEY, 2L, 1L));
  }

  @Test
  void reportsEventsWithoutDetermination() {
    events.summary(3);

    assertThat(found()).containsExactly(tuple(KEY, 3L, 0L));
  }

  private void publish(int revision, int items) {
    events.determination(revision, items);
    events.header(revision, items);
    events.summary(revision);
    for (int number = 1; number <= items; number++) {
      events.item(number, revision);
    }
  }

  private Iterable<Tuple> found() {
    return events.differences(KEY).stream()
        .map(
            difference ->
                tuple(difference.key().orElseThrow(), difference.expected(), difference.found()))
        .toList();
  }
}
