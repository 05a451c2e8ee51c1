package org.openimr.tools.generator.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.parser.letter.model.LetterLayout;
import org.openimr.parser.letter.model.ReviewerCredentials;
import org.openimr.tools.generator.model.SeededRandom;
import org.openimr.tools.generator.vocabulary.GuidelineVocabulary;

/** Generates the credentials of a reviewer. */
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

  ReviewerCredentials generate(boolean isProse, SeededRandom random) {
    if (isProse) {
      List<String> subspecialty =
          random.nextBoolean(0.2) ? List.of(random.pick(SUBSPECIALTIES)) : List.of();
      return new ReviewerCredentials(
          List.of(random.pick(vocabulary.specialties())), subspecialty, List.of("California"));
    }
    List<String> specialties =
        pickDistinct(vocabulary.specialties(), random.weightedIndex(55, 35, 8, 2) + 1, random);
    List<String> states = pickDistinct(STATES, random.weightedIndex(50, 25, 15, 7, 3), random);
    states.add(random.nextInt(states.size() + 1), "California");
    return new ReviewerCredentials(specialties, List.of(), List.copyOf(states));
  }

  /** Whether letters of a layout and date state the credentials in prose instead of a block. */
  public static boolean isProse(LetterLayout layout, Optional<LocalDate> decided) {
    return layout != LetterLayout.STANDARD || decided.map(LocalDate::getYear).orElse(2015) < 2015;
  }

  private static List<String> pickDistinct(List<String> choices, int count, SeededRandom random) {
    List<String> selected = new ArrayList<>(count + 1);
    while (selected.size() < count) {
      String choice = random.pick(choices);
      if (!selected.contains(choice)) {
        selected.add(choice);
      }
    }
    return selected;
  }
}
