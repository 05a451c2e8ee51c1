package org.openimr.generate;

import java.util.List;
import org.openimr.enrich.letter.ClinicalSummary;
import org.openimr.enrich.letter.Outcome;

/** Makes up summaries and rationales. Lengths are in characters. */
final class ProseAuthor {
  private static final int SUMMARY_MEDIAN = 1180;
  private static final int RATIONALE_MEDIAN = 1080;

  /** A rationale of an item among many is shorter. */
  private static final int CROWDED_MEDIAN = 520;

  /** Share of rationales whose conclusion is not the decision's. */
  private static final double CONTRADICTING = 0.004;

  private ProseAuthor() {}

  static ClinicalSummary summary(CaseScene scene, Dice dice) {
    StringBuilder text = new StringBuilder(2048);
    (scene.age.isPresent() ? Phrases.OPENING_AGED : Phrases.OPENING_AGELESS)
        .append(scene, dice, text);
    double wanted = SUMMARY_MEDIAN * dice.logNormal(0.5);
    boolean paragraphs = dice.happens(0.06);
    while (text.length() < wanted) {
      text.append(paragraphs && dice.happens(0.2) ? "\n\n" : " ");
      Phrases.FINDING.append(scene, dice, text);
    }
    text.append(' ').append(Canary.SENTENCE);
    if (dice.happens(0.85)) {
      Phrases.REVIEW_NOTE.append(scene, dice, text.append(' '));
    }
    return new ClinicalSummary(tidy(text), scene.age, scene.age.map(age -> scene.sex), List.of());
  }

  /**
   * A rationale.
   *
   * @param crowded whether the letter has many items
   * @param associated whether the item is part of an operation
   */
  static String rationale(
      CaseScene scene, Outcome outcome, boolean crowded, boolean associated, Dice dice) {
    StringBuilder text = new StringBuilder(2048);
    double wanted = (crowded ? CROWDED_MEDIAN : RATIONALE_MEDIAN) * dice.logNormal(0.75);
    if (associated) {
      Phrases.ASSOCIATED_REASON.append(scene, dice, text);
      wanted = 0;
    } else {
      Phrases.GUIDELINE_REMARK.append(scene, dice, text);
    }
    boolean paragraphs = dice.happens(0.04);
    while (text.length() < wanted) {
      text.append(paragraphs && dice.happens(0.15) ? "\n\n" : " ");
      (dice.happens(0.45) ? Phrases.GUIDELINE_REMARK : Phrases.CASE_REMARK)
          .append(scene, dice, text);
    }
    text.append(' ').append(Canary.SENTENCE);
    conclude(scene, outcome, dice, text.append(' '));
    return tidy(text);
  }

  private static void conclude(CaseScene scene, Outcome outcome, Dice dice, StringBuilder text) {
    boolean upheld = (outcome == Outcome.UPHELD) != dice.happens(CONTRADICTING);
    (upheld ? Phrases.CONCLUSION_UPHELD : Phrases.CONCLUSION_OVERTURNED).append(scene, dice, text);
    if (dice.happens(0.08)) {
      Phrases.AFTERWORD.append(scene, dice, text.append(' '));
    }
  }

  /** A hole left by redaction is one blank, not two. */
  private static String tidy(StringBuilder text) {
    return text.indexOf("  ") < 0 ? text.toString() : text.toString().replace("  ", " ");
  }

  /** Text from a rule. */
  static String phrase(Grammar.Rule rule, CaseScene scene, Dice dice) {
    StringBuilder text = new StringBuilder(96);
    rule.append(scene, dice, text);
    return text.toString();
  }
}
