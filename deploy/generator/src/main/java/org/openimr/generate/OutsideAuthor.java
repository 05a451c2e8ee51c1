package org.openimr.generate;

import java.util.List;
import java.util.Optional;
import org.openimr.enrich.citation.Citation.Authority;
import org.openimr.generate.Vocabulary.Chapter;

/**
 * Makes up citations outside the schedule, most of them of the ODG in one of its many spellings.
 */
final class OutsideAuthor {
  private final List<Chapter> chapters;

  OutsideAuthor(Vocabulary vocabulary) {
    chapters = vocabulary.odgChapters();
  }

  LabelledCitation author(CaseScene scene, Dice dice) {
    return switch (dice.weighted(74, 8, 10, 6, 2)) {
      case 0 -> oneChapter(scene, dice);
      case 1 -> twoChapters(scene, dice);
      case 2 -> odg(ProseAuthor.phrase(Phrases.ODG_NONE, scene, dice), Optional.of(List.of()));
      case 3 -> elsewhere(ProseAuthor.phrase(Phrases.ELSEWHERE, scene, dice));
      default -> odg(ProseAuthor.phrase(Phrases.PASTED, scene, dice), Optional.empty());
    };
  }

  private LabelledCitation oneChapter(CaseScene scene, Dice dice) {
    Chapter chapter = dice.pick(chapters);
    scene.chapters(dice.pick(chapter.spellings()), "");
    return odg(ProseAuthor.phrase(Phrases.ODG, scene, dice), Optional.of(List.of(chapter.name())));
  }

  private LabelledCitation twoChapters(CaseScene scene, Dice dice) {
    int first = dice.below(chapters.size());
    Chapter one = chapters.get(first);
    Chapter other = chapters.get((first + 1 + dice.below(chapters.size() - 1)) % chapters.size());
    scene.chapters(dice.pick(one.spellings()), dice.pick(other.spellings()));
    return odg(
        ProseAuthor.phrase(Phrases.ODG_TWO, scene, dice),
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
