package org.openimr.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.enrich.letter.LayoutName;
import org.openimr.enrich.letter.Reviewer;

/** Makes up the credentials of a reviewer. */
final class ReviewerAuthor {
  private static final List<String> STATES =
      List.of(
          "Arizona",
          "Florida",
          "Illinois",
          "Maryland",
          "Nevada",
          "New Jersey",
          "New Mexico",
          "New York",
          "North Carolina",
          "Ohio",
          "Oregon",
          "Pennsylvania",
          "Texas",
          "Virginia",
          "Washington",
          "West Virginia");
  private static final List<String> SUBSPECIALTIES =
      List.of("Interventional Spine", "Pain Medicine", "Sports Medicine", "Cardiology");
  private final Vocabulary vocabulary;

  ReviewerAuthor(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  Reviewer author(boolean inProse, Dice dice) {
    if (inProse) {
      List<String> subspecialty =
          dice.happens(0.2) ? List.of(dice.pick(SUBSPECIALTIES)) : List.of();
      return new Reviewer(
          List.of(dice.pick(vocabulary.specialties())), subspecialty, List.of("California"));
    }
    List<String> specialties =
        some(vocabulary.specialties(), dice.weighted(55, 35, 8, 2) + 1, dice);
    List<String> states = some(STATES, dice.weighted(50, 25, 15, 7, 3), dice);
    states.add(dice.below(states.size() + 1), "California");
    return new Reviewer(specialties, List.of(), List.copyOf(states));
  }

  /** Whether letters of this layout and date tell the credentials in prose rather than a block. */
  static boolean inProse(LayoutName layout, Optional<LocalDate> decided) {
    return layout != LayoutName.STANDARD || decided.map(LocalDate::getYear).orElse(2015) < 2015;
  }

  private static List<String> some(List<String> choices, int count, Dice dice) {
    List<String> some = new ArrayList<>(count + 1);
    while (some.size() < count) {
      String choice = dice.pick(choices);
      if (!some.contains(choice)) {
        some.add(choice);
      }
    }
    return some;
  }
}
