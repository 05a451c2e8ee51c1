package org.openimr.parser.letter.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.parser.letter.model.DisputedItem;
import org.openimr.parser.letter.text.LineJoiner;
import org.openimr.parser.letter.text.LineWrapStyle;
import org.openimr.parser.letter.text.NormalizedLetter;

/** Items whose decisions are sentences and whose reasons are prose, as before 2014. */
public final class ProseItemsParser {
  private ProseItemsParser() {}

  /**
   * An item to be read.
   *
   * @param start where its part of the letter starts, and that of the item before it ends
   * @param reasons where its reasons start
   */
  public record Source(DecisionSentence determination, int start, int reasons) {}

  /** Reads the items; the reasons of the last one end at {@code to}. */
  public static ItemsResult parse(
      NormalizedLetter letter, List<Source> sources, int to, LineWrapStyle typesetting) {
    if (sources.isEmpty()) {
      return ItemsResult.noItems(letter, to);
    }
    List<DisputedItem> items = new ArrayList<>(sources.size());
    for (Source source : sources) {
      int number = items.size() + 1;
      int end = number < sources.size() ? sources.get(number).start() : to;
      Optional<ProseReasons> reasons =
          ProseReasons.parse(letter, source.reasons(), end, typesetting.lineGap());
      if (reasons.isEmpty()) {
        return ItemsResult.incompleteItem(letter, number, "rationale", source.reasons());
      }
      items.add(item(letter.text(), number, source.determination(), reasons.get()));
    }
    return new ItemsResult.Complete(List.copyOf(items));
  }

  private static DisputedItem item(
      String text, int number, DecisionSentence determination, ProseReasons reasons) {
    String request =
        LineJoiner.joinLine(text, determination.requestStart(), determination.requestEnd());
    return new DisputedItem(
        number,
        RequestHeadingParser.parse(request),
        determination.outcome(),
        reasons.administrator(),
        reasons.reviewer(),
        reasons.rationale(),
        RationaleConclusionChecker.check(reasons.rationale(), determination.outcome()));
  }
}
