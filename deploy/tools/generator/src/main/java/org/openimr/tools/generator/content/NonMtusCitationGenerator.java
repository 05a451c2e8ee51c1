package org.openimr.tools.generator.content;

import java.util.List;
import java.util.Optional;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.tools.generator.model.LabelledCitation;
import org.openimr.tools.generator.model.SeededRandom;
import org.openimr.tools.generator.vocabulary.GuidelineVocabulary;
import org.openimr.tools.generator.vocabulary.GuidelineVocabulary.Chapter;
import org.openimr.tools.generator.vocabulary.PhraseRules;

/**
 * Makes up citations outside the schedule, most of them of the ODG in one of its many spellings.
 */
final class NonMtusCitationGenerator {
  private final List<Chapter> chapters;

  NonMtusCitationGenerator(GuidelineVocabulary vocabulary) {
    chapters = vocabulary.odgChapters();
  }

  LabelledCitation generate(ProseContext scene, SeededRandom dice) {
    return switch (dice.weightedIndex(74, 8, 10, 6, 2)) {
      case 0 -> oneChapter(scene, dice);
      case 1 -> twoChapters(scene, dice);
      case 2 ->
          odg(ProseGenerator.phrase(PhraseRules.ODG_NONE, scene, dice), Optional.of(List.of()));
      case 3 -> elsewhere(ProseGenerator.phrase(PhraseRules.ELSEWHERE, scene, dice));
      default -> odg(ProseGenerator.phrase(PhraseRules.PASTED, scene, dice), Optional.empty());
    };
  }

  private LabelledCitation oneChapter(ProseContext scene, SeededRandom dice) {
    Chapter chapter = dice.pick(chapters);
    scene.chapters(dice.pick(chapter.spellings()), "");
    return odg(
        ProseGenerator.phrase(PhraseRules.ODG, scene, dice), Optional.of(List.of(chapter.name())));
  }

  private LabelledCitation twoChapters(ProseContext scene, SeededRandom dice) {
    int first = dice.nextInt(chapters.size());
    Chapter one = chapters.get(first);
    Chapter other = chapters.get((first + 1 + dice.nextInt(chapters.size() - 1)) % chapters.size());
    scene.chapters(dice.pick(one.spellings()), dice.pick(other.spellings()));
    return odg(
        ProseGenerator.phrase(PhraseRules.ODG_TWO, scene, dice),
        Optional.of(List.of(one.name(), other.name())));
  }

  private static LabelledCitation odg(String text, Optional<List<String>> chapters) {
    return LabelledCitation.outside(Authority.ODG, text, chapters);
  }

  private static LabelledCitation elsewhere(String text) {
    Authority authority = text.startsWith("ACOEM") ? Authority.ACOEM : Authority.OTHER;
    return LabelledCitation.outside(authority, text, Optional.empty());
  }
}
