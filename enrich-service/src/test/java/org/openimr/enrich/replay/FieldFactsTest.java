package org.openimr.enrich.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openimr.enrich.topology.DeterminationMaker;
import org.openimr.enrich.topology.SampleLetter;
import org.openimr.event.Determination;

class FieldFactsTest {
  private static final String KEY = "CM17-9400001";

  @Test
  void sameLetterDiffersInNoField() {
    assertThat(differing(made("Made-up belt: Upheld"), made("Made-up belt: Upheld"))).isEmpty();
  }

  @Test
  void fieldsThatReadOtherwiseAreNamed() {
    Determination other = made("Made-up belt: Upheld", "Made-up kit: Upheld");
    other.getDecisions().getLast().getRequest().setCategory("elsewhere");
    other.getHeader().setPriority(null);

    assertThat(differing(made("Made-up belt: Upheld", "Made-up kit: Upheld"), other))
        .containsExactlyInAnyOrder("header.priority", "decisions.request.category");
  }

  @Test
  void whatIsNoFactIsNoField() {
    assertThat(FieldFacts.NAMES)
        .contains("header.decisionDate", "decisions.reviewerBasis.citations", "decisions.rationale")
        .noneMatch(name -> name.contains("warnings") || name.contains("letterId"));
  }

  private static List<String> differing(Determination one, Determination other) {
    return FieldFacts.of(one).differences(FieldFacts.of(other)).stream()
        .map(FieldFacts.NAMES::get)
        .toList();
  }

  private static Determination made(String... items) {
    return ((DeterminationMaker.Made)
            DeterminationMaker.standard()
                .make(SampleLetter.received(SampleLetter.text(KEY, items))))
        .determination();
  }
}
