package org.openimr.tools.generator.content;

import java.util.ArrayList;
import java.util.List;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.model.GuidelineBasis.Kind;
import org.openimr.parser.letter.model.LetterLayout;
import org.openimr.tools.generator.model.Era;
import org.openimr.tools.generator.model.LabelledBasis;
import org.openimr.tools.generator.model.LabelledCitation;
import org.openimr.tools.generator.model.SeededRandom;
import org.openimr.tools.generator.vocabulary.GuidelineVocabulary;

/** Makes up guideline statements, in the wording of the era. */
final class BasisGenerator {
  private static final String NON_MTUS = "Decision based on Non-MTUS Citation ";
  private final MtusCitationGenerator schedule;
  private final NonMtusCitationGenerator outside;

  /** Whose statement it is, with how often each kind of basis was seen, NONE_CITED last. */
  enum Side {
    CLAIMS_ADMINISTRATOR("The Claims Administrator", 40, 8, 21, 31),
    REVIEWER("The Expert Reviewer", 48, 30, 20, 2);

    private final String name;
    private final int[] weights;

    Side(String name, int... weights) {
      this.name = name;
      this.weights = weights;
    }
  }

  BasisGenerator(GuidelineVocabulary vocabulary) {
    schedule = new MtusCitationGenerator(vocabulary);
    outside = new NonMtusCitationGenerator(vocabulary);
  }

  LabelledBasis generate(
      Side side, Era era, ProseContext scene, boolean typingErrors, SeededRandom dice) {
    Kind kind =
        switch (dice.weightedIndex(side.weights)) {
          case 0 -> Kind.MTUS;
          case 1 -> Kind.MTUS_AND_NON_MTUS;
          case 2 -> Kind.NON_MTUS;
          default -> Kind.NONE_CITED;
        };
    StringBuilder statement = new StringBuilder(256);
    List<LabelledCitation> citations = new ArrayList<>(3);
    switch (kind) {
      case NONE_CITED ->
          statement
              .append(side.name)
              .append(" did not cite any medical evidence for its decision.");
      case NON_MTUS -> {
        statement.append(side.name).append(nonMtusOpening(era));
        appendOutside(scene, dice, statement, citations);
      }
      case MTUS, MTUS_AND_NON_MTUS, OTHER -> {
        schedule.append(era, typingErrors, dice, statement, citations);
        if (kind == Kind.MTUS_AND_NON_MTUS) {
          appendOutside(scene, dice, statement.append(' '), citations);
        }
      }
    }
    return new LabelledBasis(kind, statement.toString(), false, List.copyOf(citations));
  }

  /** A basis in the prose of the first letters; empty where the layout has no room for it. */
  LabelledBasis generateProse(Side side, LetterLayout layout, SeededRandom dice) {
    boolean administrator = side == Side.CLAIMS_ADMINISTRATOR;
    if (administrator && layout == LetterLayout.PROFESSIONAL_REVIEW) {
      return LabelledBasis.inProse(Kind.OTHER, "");
    }
    String name =
        administrator
            ? side.name
            : layout == LetterLayout.DOCUMENTS_REVIEWED ? "The Physician Reviewer" : side.name;
    if (administrator && dice.nextBoolean(0.2)) {
      return LabelledBasis.inProse(
          Kind.NONE_CITED, name + " did not cite any medical evidence for its decision.");
    }
    String verb = administrator ? " based its decision on the " : " relied on the ";
    StringBuilder statement = new StringBuilder(192).append(name).append(verb);
    LabelledCitation citation = schedule.appendProse(dice, statement);
    return new LabelledBasis(Kind.MTUS, statement.toString(), true, List.of(citation));
  }

  private static String nonMtusOpening(Era era) {
    return era.compareTo(Era.YEARS_2015_2017) < 0
        ? " did not base their decision on the MTUS. "
        : " based their decision on recommendation(s) outside of the MTUS Guidelines. ";
  }

  private void appendOutside(
      ProseContext scene,
      SeededRandom dice,
      StringBuilder statement,
      List<LabelledCitation> citations) {
    LabelledCitation citation = outside.generate(scene, dice);
    String opening =
        citation.authority() == Authority.ODG && dice.nextBoolean(0.02)
            ? "Decision based on Non-MTUS "
            : NON_MTUS;
    statement.append(opening).append(citation.text()).append('.');
    citations.add(citation);
  }
}
