package org.openimr.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.enrich.letter.Header;
import org.openimr.enrich.letter.LayoutName;
import org.openimr.enrich.letter.Outcome;
import org.openimr.enrich.letter.Reviewer;
import org.openimr.generate.Manuscript.Block;
import org.openimr.generate.Manuscript.Style;

/** Writes a letter in the STANDARD layout, or in DOCUMENTS_REVIEWED, which came before it. */
final class StandardForm {
  private static final List<String> DOCUMENTS =
      List.of(
          "Application of Independent Medical Review",
          "Utilization Review Determination",
          "Medical Records from Claims Administrator",
          "Medical Treatment Utilization Schedule (MTUS)");
  private final List<Block> blocks = new ArrayList<>();
  private final Label label;
  private final Dice dice;

  private StandardForm(Label label, Dice dice) {
    this.label = label;
    this.dice = dice;
  }

  static Manuscript write(Label label, Header dates, Dice dice) {
    StandardForm form = new StandardForm(label, dice);
    boolean documents = label.layout() == LayoutName.DOCUMENTS_REVIEWED;
    if (documents) {
      form.add(Style.LINE, "MAXIMUS FEDERAL SERVICES, INC.");
      form.add(Style.PARAGRAPH, "Independent Medical Review");
    }
    form.howMade(ReviewerAuthor.inProse(label.layout(), dates.decisionDate()));
    if (documents) {
      form.documents();
    }
    form.add(Style.HEADING, FixedWording.SUMMARY);
    form.add(Style.PARAGRAPH, FixedWording.SUMMARY_FOLLOWS);
    form.add(Style.PROSE, label.clinicalSummary().text());
    form.add(Style.HEADING, documents ? "IMR DECISION(S) AND RATIONALE(S)" : FixedWording.ITEMS);
    form.add(Style.PARAGRAPH, FixedWording.ITEMS_FOLLOW);
    boolean labelled = !label.items().get(0).claimsAdministratorBasis().prose();
    for (int i = 0; i < label.items().size(); i++) {
      if (labelled) {
        form.item(label.items().get(i));
      } else {
        form.numbered(i + 1, label.items().get(i));
      }
    }
    Header header = label.header();
    return new Manuscript(
        header.caseNumber().isPresent() ? Optional.of(header) : Optional.empty(), form.blocks);
  }

  private void add(Style style, String text) {
    blocks.add(new Block(style, text));
  }

  private void howMade(boolean inProse) {
    add(Style.HEADING, FixedWording.HOW_MADE);
    Reviewer reviewer = label.reviewer();
    if (inProse) {
      add(Style.PARAGRAPH, FixedWording.howMadeWithReviewer(reviewer));
      return;
    }
    add(Style.PARAGRAPH, FixedWording.howMade());
    add(Style.LINE, FixedWording.CREDENTIALS);
    String comma = dice.happens(0.3) ? "," : ", ";
    add(Style.LINE, "State(s) of Licensure: " + String.join(comma, reviewer.licensedStates()));
    add(
        Style.PARAGRAPH,
        "Certification(s)/Specialty: " + String.join(", ", reviewer.specialties()));
  }

  private void documents() {
    add(Style.HEADING, "DOCUMENTS REVIEWED");
    add(
        Style.PARAGRAPH,
        "The following relevant documents received from the interested parties and the documents"
            + " provided with the application were reviewed and considered. These documents"
            + " included:");
    DOCUMENTS.forEach(document -> add(Style.LINE, "- " + document));
    add(Style.PARAGRAPH, "- Records of " + dice.between(1, 9) + " visits");
  }

  private void item(LabelledItem item) {
    add(Style.TITLE, title(item));
    add(
        Style.PARAGRAPH,
        FixedWording.CLAIMS_ADMINISTRATOR + item.claimsAdministratorBasis().statement());
    add(Style.PARAGRAPH, FixedWording.REVIEWER + item.reviewerBasis().statement());
    add(Style.PROSE, FixedWording.RATIONALE + item.rationale());
  }

  private void numbered(int number, LabelledItem item) {
    String opening = dice.happens(0.5) ? "The request for " : "";
    add(
        Style.TITLE,
        number + ". " + opening + item.request().text() + FixedWording.determined(item.outcome()));
    add(Style.PARAGRAPH, item.claimsAdministratorBasis().statement());
    add(Style.PARAGRAPH, item.reviewerBasis().statement());
    add(Style.LINE, "The Physician Reviewer's decision rationale:");
    add(Style.PROSE, item.rationale());
  }

  private String title(LabelledItem item) {
    boolean inPart = item.request().original().isPresent();
    String ending =
        switch (dice.weighted(80, 12, 8)) {
          case 0 -> ": ";
          case 1 -> ":  ";
          default -> ":\n";
        };
    return item.request().text()
        + (inPart && dice.happens(0.75) ? " is" : "")
        + ending
        + (item.outcome() == Outcome.UPHELD ? "Upheld" : "Overturned");
  }
}
