package org.openimr.parser.letter.header;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openimr.parser.letter.model.LetterHeader;
import org.openimr.parser.letter.model.LetterLayout;
import org.openimr.parser.letter.model.ParseWarning;
import org.openimr.parser.letter.text.NormalizedLetter;
import org.openimr.parser.letter.text.TextFolding;

/**
 * Parses the header block, a table of two columns whose cells converters extract in any order:
 * labels first, values first, or column by column.
 *
 * <p>All layouts print a case number, the dates of injury, of the denial at utilization review, of
 * the application, of the assignment and of the decision. The priority is printed by STANDARD and
 * DOCUMENTS_REVIEWED letters only. NOTICE letters state three of the dates in a sentence after
 * their second heading. Each of these fields that is missing has a warning, unless the whole block
 * is missing.
 */
public final class HeaderParser {
  /** Maximum length of the part of a NOTICE letter that states dates, after the header block. */
  private static final int MAX_NOTICE_LENGTH = 2500;

  private HeaderParser() {}

  /**
   * Parses the header block of a letter.
   *
   * @param from start of the block
   * @param to offset of the first heading, the end of the block
   */
  public static LetterHeader parse(NormalizedLetter letter, LetterLayout layout, int from, int to) {
    String block = HeaderCase.restore(TextFolding.fold(letter.text().substring(from, to)));
    HeaderDates dates = HeaderDates.parse(block, 0, block.length());
    if (layout == LetterLayout.NOTICE) {
      int end = Math.min(letter.text().length(), to + MAX_NOTICE_LENGTH);
      addAbsent(dates.dates(), NoticeSentenceDates.find(letter.text(), from, end));
    }
    CaseNumber caseNumber = CaseKey.findPrinted(letter.original());
    PrintedPriority priority = PrintedPriority.find(block, 0, block.length());
    return new LetterHeader(
        caseNumber.number(),
        dates.get(DateLabel.DATE_ASSIGNED),
        dates.get(DateLabel.DATE_OF_INJURY),
        dates.get(DateLabel.DECISION_DATE),
        dates.get(DateLabel.UR_DENIAL_DATE),
        dates.get(DateLabel.APPLICATION_RECEIVED),
        priority.priority(),
        warnings(layout, dates, caseNumber, priority));
  }

  private static void addAbsent(Map<DateLabel, LocalDate> dates, Map<DateLabel, LocalDate> stated) {
    stated.forEach(dates::putIfAbsent);
  }

  private static List<ParseWarning> warnings(
      LetterLayout layout, HeaderDates dates, CaseNumber caseNumber, PrintedPriority priority) {
    List<ParseWarning> warnings = new ArrayList<>(dates.warnings());
    warnings.addAll(dates.orderWarnings());
    caseNumber.warning().ifPresent(warnings::add);
    if (priority.isInvalid()) {
      warnings.add(FieldWarnings.invalid("priority"));
    }
    boolean missing =
        caseNumber.number().isEmpty()
            && dates.dates().isEmpty()
            && priority.priority().isEmpty()
            && warnings.isEmpty();
    if (missing) {
      return List.of(
          new ParseWarning(
              ParseWarning.Code.HEADER_MISSING,
              "header",
              "the letter does not have a header block"));
    }
    warnings.addAll(missingFields(layout, dates, caseNumber, priority));
    return List.copyOf(warnings);
  }

  private static List<ParseWarning> missingFields(
      LetterLayout layout, HeaderDates dates, CaseNumber caseNumber, PrintedPriority priority) {
    List<ParseWarning> missing = new ArrayList<>(0);
    if (caseNumber.doubt() == CaseNumber.Doubt.MISSING) {
      missing.add(FieldWarnings.missing(CaseNumber.FIELD));
    }
    for (DateLabel label : DateLabel.values()) {
      if (!dates.isPrinted(label)) {
        missing.add(FieldWarnings.missing(label.field()));
      }
    }
    boolean expected = layout == LetterLayout.STANDARD || layout == LetterLayout.DOCUMENTS_REVIEWED;
    if (expected && priority.priority().isEmpty() && !priority.isInvalid()) {
      missing.add(FieldWarnings.missing("priority"));
    }
    return missing;
  }
}
