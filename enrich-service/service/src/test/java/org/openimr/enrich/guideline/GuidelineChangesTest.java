package org.openimr.enrich.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openimr.parser.citation.model.Guideline;

class GuidelineChangesTest {
  private static final Guideline REST = GuidelineFixtures.of("mtus/rest/2004", "Rest", "8 CCR 1");
  private static final Guideline REST_MOVED =
      GuidelineFixtures.of("mtus/rest/2004", "Rest", "8 CCR 2");
  private static final Guideline NAPS = GuidelineFixtures.of("mtus/naps/2004", "Naps", "8 CCR 3");

  @Test
  void addsAllEntriesToEmptyTopic() {
    GuidelineChanges changes = GuidelineChanges.between(Map.of(), List.of(REST, NAPS));

    assertThat(changes).isEqualTo(new GuidelineChanges(List.of(REST, NAPS), List.of(), List.of()));
    assertThat(changes.size()).isEqualTo(2);
  }

  @Test
  void ignoresOrder() {
    GuidelineChanges changes =
        GuidelineChanges.between(Map.of(REST.id(), REST, NAPS.id(), NAPS), List.of(NAPS, REST));

    assertThat(changes.isEmpty()).isTrue();
  }

  @Test
  void detectsChangedEntry() {
    GuidelineChanges changes =
        GuidelineChanges.between(Map.of(REST.id(), REST), List.of(REST_MOVED));

    assertThat(changes).isEqualTo(new GuidelineChanges(List.of(), List.of(REST_MOVED), List.of()));
  }

  @Test
  void removesEntryMissingFromFiles() {
    GuidelineChanges changes =
        GuidelineChanges.between(Map.of(REST.id(), REST, NAPS.id(), NAPS), List.of(NAPS));

    assertThat(changes)
        .isEqualTo(new GuidelineChanges(List.of(), List.of(), List.of("mtus/rest/2004")));
  }
}
