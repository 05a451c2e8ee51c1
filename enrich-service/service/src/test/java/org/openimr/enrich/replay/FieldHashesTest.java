package org.openimr.enrich.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openimr.enrich.topology.EnrichTestLetters;
import org.openimr.enrich.topology.LetterInterpreter;
import org.openimr.event.Determination;

class FieldHashesTest {
  private static final String KEY = "CM17-9400001";

  @Test
  void findsNoDifferenceForSameLetter() {
    assertThat(differing(interpret("Sample belt: Upheld"), interpret("Sample belt: Upheld")))
        .isEmpty();
  }

  @Test
  void namesDifferingFields() {
    Determination other = interpret("Sample belt: Upheld", "Sample kit: Upheld");
    other.getDecisions().getLast().getRequest().setCategory("elsewhere");
    other.getHeader().setPriority(null);

    assertThat(differing(interpret("Sample belt: Upheld", "Sample kit: Upheld"), other))
        .containsExactlyInAnyOrder("header.priority", "decisions.request.category");
  }

  @Test
  void excludesEnvelopeAndWarnings() {
    assertThat(FieldHashes.FIELD_NAMES)
        .contains("header.decisionDate", "decisions.reviewerBasis.citations", "decisions.rationale")
        .noneMatch(name -> name.contains("warnings") || name.contains("letterId"));
  }

  private static List<String> differing(Determination one, Determination other) {
    return FieldHashes.of(one).differingFields(FieldHashes.of(other)).stream()
        .map(FieldHashes.FIELD_NAMES::get)
        .toList();
  }

  private static Determination interpret(String... items) {
    return ((LetterInterpreter.Interpreted)
            LetterInterpreter.standard()
                .interpret(EnrichTestLetters.received(EnrichTestLetters.text(KEY, items))))
        .determination();
  }
}
