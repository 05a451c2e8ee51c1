package org.openimr.tools.generator.content;

import java.util.List;
import java.util.Optional;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.tools.generator.model.LabelledCitation;
import org.openimr.tools.generator.model.SeededRandom;
import org.openimr.tools.generator.vocabulary.GuidelineVocabulary;
import org.openimr.tools.generator.vocabulary.GuidelineVocabulary.Chapter;
import org.openimr.tools.generator.vocabulary.PhraseRules;

/** Generates non-MTUS citations, most of them of the ODG in one of its spellings. */
final class NonMtusCitationGenerator {
  private final List<Chapter> chapters;

  NonMtusCitationGenerator(GuidelineVocabulary vocabulary) {
    chapters = vocabulary.odgChapters();
  }

  LabelledCitation generate(ProseContext context, SeededRandom random) {
    return switch (random.weightedIndex(74, 8, 10, 6, 2)) {
      case 0 -> oneChapter(context, random);
      case 1 -> twoChapters(context, random);
      case 2 ->
          odg(ProseGenerator.phrase(PhraseRules.ODG_NONE, context, random), Optional.of(List.of()));
      case 3 -> otherPublisher(ProseGenerator.phrase(PhraseRules.ELSEWHERE, context, random));
      default -> odg(ProseGenerator.phrase(PhraseRules.PASTED, context, random), Optional.empty());
    };
  }

  private LabelledCitation oneChapter(ProseContext context, SeededRandom random) {
    Chapter chapter = random.pick(chapters);
    context.chapters(random.pick(chapter.spellings()), "");
    return odg(
        ProseGenerator.phrase(PhraseRules.ODG, context, random),
        Optional.of(List.of(chapter.name())));
  }

  private LabelledCitation twoChapters(ProseContext context, SeededRandom random) {
    int first = random.nextInt(chapters.size());
    Chapter one = chapters.get(first);
    Chapter other =
        chapters.get((first + 1 + random.nextInt(chapters.size() - 1)) % chapters.size());
    context.chapters(random.pick(one.spellings()), random.pick(other.spellings()));
    return odg(
        ProseGenerator.phrase(PhraseRules.ODG_TWO, context, random),
        Optional.of(List.of(one.name(), other.name())));
  }

  private static LabelledCitation odg(String text, Optional<List<String>> chapters) {
    return LabelledCitation.outside(Authority.ODG, text, chapters);
  }

  private static LabelledCitation otherPublisher(String text) {
    Authority authority = text.startsWith("ACOEM") ? Authority.ACOEM : Authority.OTHER;
    return LabelledCitation.outside(authority, text, Optional.empty());
  }
}
