package org.openimr.parser.letter.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.parser.letter.conclusion.RationaleConclusion;
import org.openimr.parser.letter.conclusion.RationaleConclusion.Kind;
import org.openimr.parser.letter.model.DecisionOutcome;
import org.openimr.parser.letter.model.ParseWarning;
import org.openimr.parser.letter.text.SentenceBoundaries;

/**
 * The warnings about a rationale. Its conclusion is checked against the decision, which is never
 * derived from it. A rationale without a conclusion, or one that ends in the middle of a sentence,
 * has probably lost a page.
 */
public final class RationaleWarnings {
  private static final String FIELD = "rationale";
  private static final ParseWarning CONTRADICTION =
      new ParseWarning(
          ParseWarning.Code.RATIONALE_CONTRADICTS_DECISION,
          FIELD,
          "the rationale concludes the opposite of the decision");
  private static final ParseWarning WITHOUT_CONCLUSION =
      new ParseWarning(
          ParseWarning.Code.CONCLUSION_MISSING,
          FIELD,
          "the rationale does not conclude whether the request is medically necessary");
  private static final ParseWarning WITHOUT_END =
      new ParseWarning(
          ParseWarning.Code.TEXT_INCOMPLETE,
          FIELD,
          "the rationale ends in the middle of a sentence");
  private static final ParseWarning SPLICED =
      new ParseWarning(
          ParseWarning.Code.TEXT_DOUBTFUL,
          FIELD,
          "a paragraph of the rationale starts within a sentence or repeats the one before");

  private RationaleWarnings() {}

  /** Returns the warnings about a rationale with its lines joined. */
  public static List<ParseWarning> of(String rationale, DecisionOutcome outcome) {
    List<ParseWarning> warnings = new ArrayList<>(0);
    Optional<Kind> stated = RationaleConclusion.find(rationale).map(RationaleConclusion::kind);
    if (stated.isEmpty()) {
      warnings.add(WITHOUT_CONCLUSION);
    } else if (stated.get() != expected(outcome)) {
      warnings.add(CONTRADICTION);
    }
    if (!SentenceBoundaries.endsAt(rationale, rationale.length(), 0)) {
      warnings.add(WITHOUT_END);
    }
    if (SplicedText.isIn(rationale)) {
      warnings.add(SPLICED);
    }
    return warnings;
  }

  private static Kind expected(DecisionOutcome outcome) {
    return outcome == DecisionOutcome.UPHELD ? Kind.NOT_NECESSARY : Kind.NECESSARY;
  }
}
