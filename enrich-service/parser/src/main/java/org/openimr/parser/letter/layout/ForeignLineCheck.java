package org.openimr.parser.letter.layout;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openimr.parser.letter.model.DisputedItem;
import org.openimr.parser.letter.model.Letter;
import org.openimr.parser.letter.model.ParseWarning;
import org.openimr.parser.letter.model.ReviewerCredentials;
import org.openimr.parser.letter.page.ForeignLines;
import org.openimr.parser.letter.text.LineJoiner;
import org.openimr.parser.letter.text.NormalizedLetter;

/**
 * Warns about lines within a field that may not belong to it, such as a stamp in the middle of a
 * sentence.
 */
final class ForeignLineCheck {
  /** Bounds the time for documents that consist of stamps. */
  private static final int MAX_LINES = 100;

  private static final int MAX_WARNINGS = 5;

  private ForeignLineCheck() {}

  /** Returns a warning for each such line, up to a number. */
  static List<ParseWarning> check(NormalizedLetter text, Letter letter) {
    List<ForeignLines.Range> found = ForeignLines.find(text.text());
    if (found.isEmpty()) {
      return List.of();
    }
    String fields = fields(letter);
    return found.stream()
        .limit(MAX_LINES)
        .filter(
            range ->
                isIn(fields, text.text(), range)
                    || isInCredentials(letter.reviewer(), text.text(), range))
        .limit(MAX_WARNINGS)
        .map(range -> warning(text.sourceOffset(range.start())))
        .toList();
  }

  /** Returns whether a field contains the lines with what is before or after them. */
  private static boolean isIn(String fields, String text, ForeignLines.Range range) {
    return fields.contains(LineJoiner.joinLine(text, range.start(), range.after()))
        || fields.contains(LineJoiner.joinLine(text, range.before(), range.end()));
  }

  /** Returns whether a credential of the reviewer continues after the lines. */
  private static boolean isInCredentials(
      ReviewerCredentials reviewer, String text, ForeignLines.Range range) {
    String line = LineJoiner.joinLine(text, range.start(), range.end()) + " ";
    return Stream.of(reviewer.specialties(), reviewer.subspecialties(), reviewer.licensedStates())
        .flatMap(List::stream)
        .anyMatch(value -> value.contains(line));
  }

  private static String fields(Letter letter) {
    return Stream.concat(
            Stream.of(letter.clinicalSummary().text()),
            letter.items().stream().flatMap(ForeignLineCheck::textsOf))
        .map(field -> field.replace("\n\n", " "))
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> textsOf(DisputedItem item) {
    return Stream.of(
        item.request().text(),
        item.claimsAdministratorStatement().text(),
        item.reviewerStatement().text(),
        item.rationale());
  }

  private static ParseWarning warning(int offset) {
    return new ParseWarning(
        ParseWarning.Code.TEXT_DOUBTFUL,
        "text",
        "the text continues after the line at offset " + offset + ", which may not belong to it");
  }
}
