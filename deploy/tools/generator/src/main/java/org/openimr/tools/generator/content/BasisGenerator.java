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

/** Generates guideline statements in the wording of an era. */
final class BasisGenerator {
  private static final String NON_MTUS = "Decision based on Non-MTUS Citation ";
  private final MtusCitationGenerator mtusCitations;
  private final NonMtusCitationGenerator otherCitations;

  /**
   * The party of a statement, with the relative frequency of each kind of basis, NONE_CITED last.
   */
  enum Party {
    CLAIMS_ADMINISTRATOR("The Claims Administrator", 40, 8, 21, 31),
    REVIEWER("The Expert Reviewer", 48, 30, 20, 2);

    private final String name;
    private final int[] weights;

    Party(String name, int... weights) {
      this.name = name;
      this.weights = weights;
    }
  }

  BasisGenerator(GuidelineVocabulary vocabulary) {
    mtusCitations = new MtusCitationGenerator(vocabulary);
    otherCitations = new NonMtusCitationGenerator(vocabulary);
  }

  LabelledBasis generate(
      Party party, Era era, ProseContext context, boolean typingErrors, SeededRandom random) {
    Kind kind =
        switch (random.weightedIndex(party.weights)) {
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
              .append(party.name)
              .append(" did not cite any medical evidence for its decision.");
      case NON_MTUS -> {
        statement.append(party.name).append(nonMtusOpening(era));
        appendOther(context, random, statement, citations);
      }
      case MTUS, MTUS_AND_NON_MTUS, OTHER -> {
        mtusCitations.append(era, typingErrors, random, statement, citations);
        if (kind == Kind.MTUS_AND_NON_MTUS) {
          appendOther(context, random, statement.append(' '), citations);
        }
      }
    }
    return new LabelledBasis(kind, statement.toString(), false, List.copyOf(citations));
  }

  /** Generates a basis in the prose of the earliest letters; empty if the layout has none. */
  LabelledBasis generateProse(Party party, LetterLayout layout, SeededRandom random) {
    boolean administrator = party == Party.CLAIMS_ADMINISTRATOR;
    if (administrator && layout == LetterLayout.PROFESSIONAL_REVIEW) {
      return LabelledBasis.inProse(Kind.OTHER, "");
    }
    String name =
        administrator
            ? party.name
            : layout == LetterLayout.DOCUMENTS_REVIEWED ? "The Physician Reviewer" : party.name;
    if (administrator && random.nextBoolean(0.2)) {
      return LabelledBasis.inProse(
          Kind.NONE_CITED, name + " did not cite any medical evidence for its decision.");
    }
    String verb = administrator ? " based its decision on the " : " relied on the ";
    StringBuilder statement = new StringBuilder(192).append(name).append(verb);
    LabelledCitation citation = mtusCitations.appendProse(random, statement);
    return new LabelledBasis(Kind.MTUS, statement.toString(), true, List.of(citation));
  }

  private static String nonMtusOpening(Era era) {
    return era.compareTo(Era.YEARS_2015_2017) < 0
        ? " did not base their decision on the MTUS. "
        : " based their decision on recommendation(s) outside of the MTUS Guidelines. ";
  }

  private void appendOther(
      ProseContext context,
      SeededRandom random,
      StringBuilder statement,
      List<LabelledCitation> citations) {
    LabelledCitation citation = otherCitations.generate(context, random);
    String opening =
        citation.authority() == Authority.ODG && random.nextBoolean(0.02)
            ? "Decision based on Non-MTUS "
            : NON_MTUS;
    statement.append(opening).append(citation.text()).append('.');
    citations.add(citation);
  }
}
