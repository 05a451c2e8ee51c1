package org.openimr.tools.generator.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.parser.letter.model.DecisionOutcome;
import org.openimr.parser.letter.model.LetterHeader;
import org.openimr.parser.letter.model.LetterLayout;
import org.openimr.parser.letter.model.ReviewerCredentials;
import org.openimr.tools.generator.content.ReviewerGenerator;
import org.openimr.tools.generator.model.LabelledItem;
import org.openimr.tools.generator.model.LetterContent;
import org.openimr.tools.generator.model.LetterContent.Block;
import org.openimr.tools.generator.model.LetterContent.Style;
import org.openimr.tools.generator.model.LetterLabel;
import org.openimr.tools.generator.model.SeededRandom;

/** Writes a letter in the STANDARD layout, or in its predecessor DOCUMENTS_REVIEWED. */
public final class StandardLayoutWriter {
  private static final List<String> DOCUMENTS =
      List.of(
          "Application of Independent Medical Review",
          "Utilization Review Determination",
          "Medical Records from Claims Administrator",
          "Medical Treatment Utilization Schedule (MTUS)");
  private final List<Block> blocks = new ArrayList<>();
  private final LetterLabel label;
  private final SeededRandom random;

  private StandardLayoutWriter(LetterLabel label, SeededRandom random) {
    this.label = label;
    this.random = random;
  }

  public static LetterContent write(LetterLabel label, LetterHeader dates, SeededRandom random) {
    StandardLayoutWriter writer = new StandardLayoutWriter(label, random);
    boolean documents = label.layout() == LetterLayout.DOCUMENTS_REVIEWED;
    if (documents) {
      writer.add(Style.LINE, "MAXIMUS FEDERAL SERVICES, INC.");
      writer.add(Style.PARAGRAPH, "Independent Medical Review");
    }
    writer.howMade(ReviewerGenerator.isProse(label.layout(), dates.decisionDate()));
    if (documents) {
      writer.documents();
    }
    writer.add(Style.HEADING, FixedWording.SUMMARY);
    writer.add(Style.PARAGRAPH, FixedWording.SUMMARY_FOLLOWS);
    writer.add(Style.PROSE, label.clinicalSummary().text());
    writer.add(Style.HEADING, documents ? "IMR DECISION(S) AND RATIONALE(S)" : FixedWording.ITEMS);
    writer.add(Style.PARAGRAPH, FixedWording.ITEMS_FOLLOW);
    boolean labelled = !label.items().get(0).claimsAdministratorBasis().prose();
    for (int i = 0; i < label.items().size(); i++) {
      if (labelled) {
        writer.item(label.items().get(i));
      } else {
        writer.numbered(i + 1, label.items().get(i));
      }
    }
    LetterHeader header = label.header();
    return new LetterContent(
        header.caseNumber().isPresent() ? Optional.of(header) : Optional.empty(), writer.blocks);
  }

  private void add(Style style, String text) {
    blocks.add(new Block(style, text));
  }

  private void howMade(boolean isProse) {
    add(Style.HEADING, FixedWording.HOW_MADE);
    ReviewerCredentials reviewer = label.reviewer();
    if (isProse) {
      add(Style.PARAGRAPH, FixedWording.howMadeWithReviewer(reviewer));
      return;
    }
    add(Style.PARAGRAPH, FixedWording.howMade());
    add(Style.LINE, FixedWording.CREDENTIALS);
    String comma = random.nextBoolean(0.3) ? "," : ", ";
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
    add(Style.PARAGRAPH, "- Records of " + random.nextIntBetween(1, 9) + " visits");
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
    String opening = random.nextBoolean(0.5) ? "The request for " : "";
    add(
        Style.TITLE,
        number + ". " + opening + item.request().text() + FixedWording.determined(item.outcome()));
    add(Style.PARAGRAPH, item.claimsAdministratorBasis().statement());
    add(Style.PARAGRAPH, item.reviewerBasis().statement());
    add(Style.LINE, "The Physician Reviewer's decision rationale:");
    add(Style.PROSE, item.rationale());
  }

  private String title(LabelledItem item) {
    boolean isPartial = item.request().original().isPresent();
    String ending =
        switch (random.weightedIndex(80, 12, 8)) {
          case 0 -> ": ";
          case 1 -> ":  ";
          default -> ":\n";
        };
    return item.request().text()
        + (isPartial && random.nextBoolean(0.75) ? " is" : "")
        + ending
        + (item.outcome() == DecisionOutcome.UPHELD ? "Upheld" : "Overturned");
  }
}
