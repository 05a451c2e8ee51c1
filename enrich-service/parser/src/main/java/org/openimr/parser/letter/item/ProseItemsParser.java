package org.openimr.parser.letter.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.parser.letter.boundary.TrailingText;
import org.openimr.parser.letter.model.DisputedItem;
import org.openimr.parser.letter.model.ParseWarning;
import org.openimr.parser.letter.text.LineJoiner;
import org.openimr.parser.letter.text.LineWrapStyle;
import org.openimr.parser.letter.text.NormalizedLetter;

/** Parses items with decisions as sentences and reasons in prose, as printed before 2014. */
public final class ProseItemsParser {
  private ProseItemsParser() {}

  /**
   * The location of an item.
   *
   * @param decision the decision of the item
   * @param start start of the item, which is the end of the previous one
   * @param reasonsStart start of the reasons of the item
   */
  public record ItemLocation(DecisionSentence decision, int start, int reasonsStart) {}

  /**
   * Parses the items.
   *
   * @param to end of the reasons of the last item
   */
  public static ItemsResult parse(
      NormalizedLetter letter, List<ItemLocation> locations, int to, LineWrapStyle wrapStyle) {
    if (locations.isEmpty()) {
      return ItemsResult.noItems(letter, to);
    }
    List<DisputedItem> items = new ArrayList<>(locations.size());
    for (ItemLocation location : locations) {
      int number = items.size() + 1;
      int end = number < locations.size() ? locations.get(number).start() : to;
      Optional<ProseReasons> reasons =
          ProseReasons.parse(letter, location.reasonsStart(), end, wrapStyle.lineGap());
      if (reasons.isEmpty()) {
        return ItemsResult.incompleteItem(letter, number, "rationale", location.reasonsStart());
      }
      items.add(
          number < locations.size()
              ? buildItem(letter.text(), number, location.decision(), reasons.get(), List.of())
              : buildLastItem(letter, number, location.decision(), reasons.get(), to, wrapStyle));
    }
    return new ItemsResult.Complete(List.copyOf(items));
  }

  /** Builds the last item without the text after its rationale. */
  private static DisputedItem buildLastItem(
      NormalizedLetter letter,
      int number,
      DecisionSentence decision,
      ProseReasons reasons,
      int to,
      LineWrapStyle wrapStyle) {
    String text = letter.text();
    TrailingText trailing = TrailingText.find(text, reasons.rationaleStart(), to, wrapStyle);
    return buildItem(
        text,
        number,
        decision,
        reasons.endingAt(text, trailing.start(), wrapStyle.lineGap()),
        trailing.warnings(letter));
  }

  private static DisputedItem buildItem(
      String text,
      int number,
      DecisionSentence decision,
      ProseReasons reasons,
      List<ParseWarning> trailingWarnings) {
    String request = LineJoiner.joinLine(text, decision.requestStart(), decision.requestEnd());
    List<ParseWarning> warnings = RationaleWarnings.of(reasons.rationale(), decision.outcome());
    warnings.addAll(trailingWarnings);
    return new DisputedItem(
        number,
        RequestHeadingParser.parse(request),
        decision.outcome(),
        reasons.claimsAdministratorStatement(),
        reasons.reviewerStatement(),
        reasons.rationale(),
        List.copyOf(warnings));
  }
}
