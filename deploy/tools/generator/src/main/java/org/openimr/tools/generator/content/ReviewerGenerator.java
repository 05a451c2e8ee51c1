package org.openimr.tools.generator.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.parser.letter.model.LetterLayout;
import org.openimr.parser.letter.model.ReviewerCredentials;
import org.openimr.tools.generator.model.SeededRandom;
import org.openimr.tools.generator.vocabulary.GuidelineVocabulary;

/** Makes up the credentials of a reviewer. */
public final class ReviewerGenerator {
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
  private final GuidelineVocabulary vocabulary;

  ReviewerGenerator(GuidelineVocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  ReviewerCredentials generate(boolean inProse, SeededRandom dice) {
    if (inProse) {
      List<String> subspecialty =
          dice.nextBoolean(0.2) ? List.of(dice.pick(SUBSPECIALTIES)) : List.of();
      return new ReviewerCredentials(
          List.of(dice.pick(vocabulary.specialties())), subspecialty, List.of("California"));
    }
    List<String> specialties =
        some(vocabulary.specialties(), dice.weightedIndex(55, 35, 8, 2) + 1, dice);
    List<String> states = some(STATES, dice.weightedIndex(50, 25, 15, 7, 3), dice);
    states.add(dice.nextInt(states.size() + 1), "California");
    return new ReviewerCredentials(specialties, List.of(), List.copyOf(states));
  }

  /** Whether letters of this layout and date tell the credentials in prose rather than a block. */
  public static boolean inProse(LetterLayout layout, Optional<LocalDate> decided) {
    return layout != LetterLayout.STANDARD || decided.map(LocalDate::getYear).orElse(2015) < 2015;
  }

  private static List<String> some(List<String> choices, int count, SeededRandom dice) {
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
