package org.openimr.tools.generator.layout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.parser.letter.model.LetterHeader;
import org.openimr.tools.generator.model.LabelledItem;
import org.openimr.tools.generator.model.LetterContent;
import org.openimr.tools.generator.model.LetterContent.Block;
import org.openimr.tools.generator.model.LetterContent.Style;
import org.openimr.tools.generator.model.LetterLabel;
import org.openimr.tools.generator.model.PrintedDates;
import org.openimr.tools.generator.model.SeededRandom;

/** Writes a letter in the NOTICE layout of 2013. */
public final class NoticeLayoutWriter {
  private static final String DETERMINED =
      ") MAXIMUS Federal Services, Inc. has determined the request for ";
  private final List<Block> blocks = new ArrayList<>();
  private final LetterLabel label;
  private final LetterHeader dates;
  private final boolean isGlued;

  private NoticeLayoutWriter(LetterLabel label, LetterHeader dates, boolean isGlued) {
    this.label = label;
    this.dates = dates;
    this.isGlued = isGlued;
  }

  public static LetterContent write(LetterLabel label, LetterHeader dates, SeededRandom random) {
    NoticeLayoutWriter writer = new NoticeLayoutWriter(label, dates, random.nextBoolean(0.2));
    writer.add(Style.LINE, "MAXIMUS FEDERAL SERVICES, INC.");
    writer.add(Style.PARAGRAPH, "Notice of Independent Medical Review Determination");
    writer.add(Style.PARAGRAPH, "Dated: " + date(dates.decisionDate()));
    writer.determinations();
    writer.add(Style.HEADING, "INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE");
    writer.add(Style.PARAGRAPH, writer.application());
    writer.determinations();
    writer.add(Style.LINE, "Medical Qualifications of the Expert Reviewer:");
    writer.add(Style.PARAGRAPH, writer.qualifications());
    writer.add(Style.LINE, "Case Summary:");
    writer.add(Style.PROSE, label.clinicalSummary().text());
    writer.documents();
    for (int i = 0; i < label.items().size(); i++) {
      writer.item(i + 1, label.items().get(i));
    }
    return new LetterContent(Optional.empty(), writer.blocks);
  }

  private void add(Style style, String text) {
    blocks.add(new Block(style, text));
  }

  private void determinations() {
    for (int i = 0; i < label.items().size(); i++) {
      LabelledItem item = label.items().get(i);
      String determined = FixedWording.determined(item.outcome());
      add(
          Style.PARAGRAPH,
          (i + 1)
              + DETERMINED
              + item.request().text()
              + (isGlued ? determined.replace("not medically", "notmedically") : determined));
    }
  }

  private String application() {
    return "An application for Independent Medical Review was filed on "
        + date(dates.applicationReceived())
        + " disputing the Utilization Review Denial dated "
        + date(dates.urDenialDate())
        + ". A Notice of Assignment and Request for Information was provided to the above parties"
        + " on "
        + date(dates.dateAssigned())
        + ". A decision has been made for each of the treatment and/or services that were in"
        + " dispute:";
  }

  private String qualifications() {
    return "The independent Medical Doctor who made the decision has no affiliation with the"
        + " employer, employee, providers or the claims administrator. The physician reviewer is "
        + FixedWording.inProse(label.reviewer())
        + ". He/she has been in active clinical practice for more than five years and is currently"
        + " working at least 24 hours a week in active practice. The Expert Reviewer was selected"
        + " based on his/her clinical experience, education, background, and expertise in the same"
        + " or similar specialties that evaluate and/or treat the medical condition and disputed"
        + " items/services.";
  }

  private void documents() {
    add(Style.LINE, "Documents Reviewed for Determination:");
    add(
        Style.PARAGRAPH,
        "The following relevant documents received from the interested parties and the documents"
            + " provided with the application were reviewed and considered. These documents"
            + " included:");
    add(Style.LINE, "- Application for Independent Medical Review");
    add(Style.PARAGRAPH, "- Medical Treatment Utilization Schedule (MTUS)");
  }

  private void item(int number, LabelledItem item) {
    add(Style.PARAGRAPH, number + ") Regarding the request for " + item.request().text() + ":");
    add(
        Style.PARAGRAPH,
        "Section of the Medical Treatment Utilization Schedule Relied Upon by the Expert Reviewer"
            + " to Make His/Her Decision");
    add(
        Style.PARAGRAPH,
        item.claimsAdministratorBasis().statement() + " " + item.reviewerBasis().statement());
    add(Style.LINE, "Rationale for the Decision:");
    add(Style.PROSE, item.rationale());
  }

  private static String date(Optional<LocalDate> date) {
    return PrintedDates.unpadded(date.orElseThrow());
  }
}
