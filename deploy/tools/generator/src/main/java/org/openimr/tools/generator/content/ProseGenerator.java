package org.openimr.tools.generator.content;

import java.util.List;
import org.openimr.parser.letter.model.CaseSummary;
import org.openimr.parser.letter.model.DecisionOutcome;
import org.openimr.tools.generator.model.Canary;
import org.openimr.tools.generator.model.SeededRandom;
import org.openimr.tools.generator.vocabulary.PhraseGrammar;
import org.openimr.tools.generator.vocabulary.PhraseRules;

/** Generates summaries and rationales. Lengths are in characters. */
final class ProseGenerator {
  private static final int SUMMARY_MEDIAN = 1180;
  private static final int RATIONALE_MEDIAN = 1080;

  /** Rationales are shorter in letters with many items. */
  private static final int SHORT_RATIONALE_MEDIAN = 520;

  /** Share of rationales whose conclusion contradicts the decision. */
  private static final double CONTRADICTING_SHARE = 0.004;

  private ProseGenerator() {}

  static CaseSummary generateSummary(ProseContext context, SeededRandom random) {
    StringBuilder text = new StringBuilder(2048);
    (context.age.isPresent() ? PhraseRules.OPENING_AGED : PhraseRules.OPENING_AGELESS)
        .append(context, random, text);
    double targetLength = SUMMARY_MEDIAN * random.nextLogNormal(0.5);
    boolean paragraphs = random.nextBoolean(0.06);
    while (text.length() < targetLength) {
      text.append(paragraphs && random.nextBoolean(0.2) ? "\n\n" : " ");
      PhraseRules.FINDING.append(context, random, text);
    }
    text.append(' ').append(Canary.SENTENCE);
    if (random.nextBoolean(0.85)) {
      PhraseRules.REVIEW_NOTE.append(context, random, text.append(' '));
    }
    return new CaseSummary(
        collapseSpaces(text), context.age, context.age.map(age -> context.sex), List.of());
  }

  /**
   * Generates a rationale.
   *
   * @param isShort whether the letter has many items
   * @param isAssociated whether the item is part of a surgery
   */
  static String generateRationale(
      ProseContext context,
      DecisionOutcome outcome,
      boolean isShort,
      boolean isAssociated,
      SeededRandom random) {
    StringBuilder text = new StringBuilder(2048);
    double targetLength =
        (isShort ? SHORT_RATIONALE_MEDIAN : RATIONALE_MEDIAN) * random.nextLogNormal(0.75);
    if (isAssociated) {
      PhraseRules.ASSOCIATED_REASON.append(context, random, text);
      targetLength = 0;
    } else {
      PhraseRules.GUIDELINE_REMARK.append(context, random, text);
    }
    boolean paragraphs = random.nextBoolean(0.04);
    while (text.length() < targetLength) {
      text.append(paragraphs && random.nextBoolean(0.15) ? "\n\n" : " ");
      (random.nextBoolean(0.45) ? PhraseRules.GUIDELINE_REMARK : PhraseRules.CASE_REMARK)
          .append(context, random, text);
    }
    text.append(' ').append(Canary.SENTENCE);
    conclude(context, outcome, random, text.append(' '));
    return collapseSpaces(text);
  }

  private static void conclude(
      ProseContext context, DecisionOutcome outcome, SeededRandom random, StringBuilder text) {
    boolean upheld = (outcome == DecisionOutcome.UPHELD) != random.nextBoolean(CONTRADICTING_SHARE);
    (upheld ? PhraseRules.CONCLUSION_UPHELD : PhraseRules.CONCLUSION_OVERTURNED)
        .append(context, random, text);
    if (random.nextBoolean(0.08)) {
      PhraseRules.AFTERWORD.append(context, random, text.append(' '));
    }
  }

  /** Leaves a single space where a word was redacted. */
  private static String collapseSpaces(StringBuilder text) {
    return text.indexOf("  ") < 0 ? text.toString() : text.toString().replace("  ", " ");
  }

  /** Generates text from a rule. */
  static String phrase(PhraseGrammar.Rule rule, ProseContext context, SeededRandom random) {
    StringBuilder text = new StringBuilder(96);
    rule.append(context, random, text);
    return text.toString();
  }
}
