package org.openimr.tools.generator.content;

import java.util.List;
import org.openimr.parser.letter.model.CaseSummary;
import org.openimr.parser.letter.model.DecisionOutcome;
import org.openimr.tools.generator.model.Canary;
import org.openimr.tools.generator.model.SeededRandom;
import org.openimr.tools.generator.vocabulary.PhraseGrammar;
import org.openimr.tools.generator.vocabulary.PhraseRules;

/** Makes up summaries and rationales. Lengths are in characters. */
final class ProseGenerator {
  private static final int SUMMARY_MEDIAN = 1180;
  private static final int RATIONALE_MEDIAN = 1080;

  /** A rationale of an item among many is shorter. */
  private static final int CROWDED_MEDIAN = 520;

  /** Share of rationales whose conclusion is not the decision's. */
  private static final double CONTRADICTING = 0.004;

  private ProseGenerator() {}

  static CaseSummary generateSummary(ProseContext scene, SeededRandom dice) {
    StringBuilder text = new StringBuilder(2048);
    (scene.age.isPresent() ? PhraseRules.OPENING_AGED : PhraseRules.OPENING_AGELESS)
        .append(scene, dice, text);
    double wanted = SUMMARY_MEDIAN * dice.nextLogNormal(0.5);
    boolean paragraphs = dice.nextBoolean(0.06);
    while (text.length() < wanted) {
      text.append(paragraphs && dice.nextBoolean(0.2) ? "\n\n" : " ");
      PhraseRules.FINDING.append(scene, dice, text);
    }
    text.append(' ').append(Canary.SENTENCE);
    if (dice.nextBoolean(0.85)) {
      PhraseRules.REVIEW_NOTE.append(scene, dice, text.append(' '));
    }
    return new CaseSummary(tidy(text), scene.age, scene.age.map(age -> scene.sex), List.of());
  }

  /**
   * A rationale.
   *
   * @param crowded whether the letter has many items
   * @param associated whether the item is part of an operation
   */
  static String generateRationale(
      ProseContext scene,
      DecisionOutcome outcome,
      boolean crowded,
      boolean associated,
      SeededRandom dice) {
    StringBuilder text = new StringBuilder(2048);
    double wanted = (crowded ? CROWDED_MEDIAN : RATIONALE_MEDIAN) * dice.nextLogNormal(0.75);
    if (associated) {
      PhraseRules.ASSOCIATED_REASON.append(scene, dice, text);
      wanted = 0;
    } else {
      PhraseRules.GUIDELINE_REMARK.append(scene, dice, text);
    }
    boolean paragraphs = dice.nextBoolean(0.04);
    while (text.length() < wanted) {
      text.append(paragraphs && dice.nextBoolean(0.15) ? "\n\n" : " ");
      (dice.nextBoolean(0.45) ? PhraseRules.GUIDELINE_REMARK : PhraseRules.CASE_REMARK)
          .append(scene, dice, text);
    }
    text.append(' ').append(Canary.SENTENCE);
    conclude(scene, outcome, dice, text.append(' '));
    return tidy(text);
  }

  private static void conclude(
      ProseContext scene, DecisionOutcome outcome, SeededRandom dice, StringBuilder text) {
    boolean upheld = (outcome == DecisionOutcome.UPHELD) != dice.nextBoolean(CONTRADICTING);
    (upheld ? PhraseRules.CONCLUSION_UPHELD : PhraseRules.CONCLUSION_OVERTURNED)
        .append(scene, dice, text);
    if (dice.nextBoolean(0.08)) {
      PhraseRules.AFTERWORD.append(scene, dice, text.append(' '));
    }
  }

  /** A hole left by redaction is one blank, not two. */
  private static String tidy(StringBuilder text) {
    return text.indexOf("  ") < 0 ? text.toString() : text.toString().replace("  ", " ");
  }

  /** Text from a rule. */
  static String phrase(PhraseGrammar.Rule rule, ProseContext scene, SeededRandom dice) {
    StringBuilder text = new StringBuilder(96);
    rule.append(scene, dice, text);
    return text.toString();
  }
}
