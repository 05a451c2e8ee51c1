package org.openimr.sink.reconcile.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openimr.schemas.event.LetterPart;

class PartOutcomesTest {
  private final PartOutcomes parts = new PartOutcomes();

  @Test
  void namesMissingParts() {
    add(1, 3);
    add(3, 3);

    assertThat(parts.missing(4, 42, Optional.empty())).containsExactly(new LetterPart(2, 3));
  }

  @Test
  void documentWithAllPartsIsComplete() {
    add(2, 2);
    add(1, 2);

    assertThat(parts.missing(4, 42, Optional.empty())).isEmpty();
    assertThat(parts.missing(4, 43, Optional.empty())).isEmpty();
  }

  @Test
  void detectsPartThatIsThereTwice() {
    assertThat(add(1, 2)).isTrue();
    assertThat(add(1, 2)).isFalse();
    assertThat(parts.add(4, 43, new LetterPart(1, 2))).isTrue();
  }

  @Test
  void replayOfOnePartIsCompleteWithThatPart() {
    add(2, 3);

    assertThat(parts.missing(4, 42, Optional.of(new LetterPart(2, 3)))).isEmpty();
    assertThat(parts.missing(4, 42, Optional.of(new LetterPart(1, 3))))
        .containsExactly(new LetterPart(1, 3));
  }

  @Test
  void replayThatFindsAnotherNumberOfLettersNeedsAllOfThem() {
    add(1, 4);

    assertThat(parts.missing(4, 42, Optional.of(new LetterPart(2, 3))))
        .isEqualTo(List.of(new LetterPart(2, 4), new LetterPart(3, 4), new LetterPart(4, 4)));
  }

  @Test
  void resetWithAnotherDivisionCompletesDocument() {
    add(1, 2);
    add(1, 3);
    add(2, 3);
    add(3, 3);

    assertThat(parts.missing(4, 42, Optional.empty())).isEmpty();
  }

  private boolean add(int number, int count) {
    return parts.add(4, 42, new LetterPart(number, count));
  }
}
