package org.openimr.tools.generator.layout;

import java.util.List;
import java.util.Optional;
import org.openimr.parser.letter.model.DecisionOutcome;
import org.openimr.tools.generator.model.LabelledItem;
import org.openimr.tools.generator.model.LetterContent;
import org.openimr.tools.generator.model.LetterContent.Block;
import org.openimr.tools.generator.model.LetterContent.Style;
import org.openimr.tools.generator.model.LetterLabel;

/** Writes a letter in the PROFESSIONAL_REVIEW layout: one item, headings in capitals. */
public final class ProfessionalReviewLayoutWriter {
  private ProfessionalReviewLayoutWriter() {}

  public static LetterContent write(LetterLabel label) {
    LabelledItem item = label.items().get(0);
    String not = item.outcome() == DecisionOutcome.UPHELD ? "NOT " : "";
    return new LetterContent(
        Optional.empty(),
        List.of(
            new Block(Style.HEADING, "MEDICAL PROFESSIONAL REVIEW"),
            new Block(Style.LINE, "ISSUE AT DISPUTE:"),
            new Block(Style.PARAGRAPH, item.request().text()),
            new Block(Style.LINE, "CASE SUMMARY:"),
            new Block(Style.PROSE, label.clinicalSummary().text()),
            new Block(Style.LINE, "DOCUMENTS REVIEWED FOR DETERMINATION:"),
            new Block(Style.LINE, "- Application for Independent Medical Review"),
            new Block(Style.PARAGRAPH, "- Utilization Review Determination"),
            new Block(
                Style.LINE,
                "MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL REVIEWER AND WHY:"),
            new Block(Style.PARAGRAPH, item.reviewerBasis().statement()),
            new Block(
                Style.LINE,
                "RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS "
                    + not
                    + "MEDICALLY NECESSARY:"),
            new Block(Style.PROSE, item.rationale()),
            new Block(Style.LINE, "MEDICAL REVIEWER QUALIFICATIONS:"),
            new Block(
                Style.PARAGRAPH,
                "The physician reviewer is " + FixedWording.inProse(label.reviewer()) + ".")));
  }
}
