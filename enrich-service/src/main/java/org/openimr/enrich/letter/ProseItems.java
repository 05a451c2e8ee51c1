package org.openimr.enrich.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Items whose decisions are sentences and whose reasons are prose, as before 2014. */
final class ProseItems {
  private ProseItems() {}

  /**
   * An item to be read.
   *
   * @param start where its part of the letter starts, and that of the item before it ends
   * @param reasons where its reasons start
   */
  record Source(Determination determination, int start, int reasons) {}

  /** Reads the items; the reasons of the last one end at {@code to}. */
  static Items read(LetterText letter, List<Source> sources, int to, Typesetting typesetting) {
    if (sources.isEmpty()) {
      return Items.none(letter, to);
    }
    List<Item> items = new ArrayList<>(sources.size());
    for (Source source : sources) {
      int number = items.size() + 1;
      int end = number < sources.size() ? sources.get(number).start() : to;
      Optional<ProseReasons> reasons =
          ProseReasons.read(letter, source.reasons(), end, typesetting.lineGap());
      if (reasons.isEmpty()) {
        return Items.incomplete(letter, number, "rationale", source.reasons());
      }
      items.add(item(letter.text(), number, source.determination(), reasons.get()));
    }
    return new Items.Whole(List.copyOf(items));
  }

  private static Item item(
      String text, int number, Determination determination, ProseReasons reasons) {
    String request =
        JoinedText.line(text, determination.requestStart(), determination.requestEnd());
    return new Item(
        number,
        PartlyGranted.read(request),
        determination.outcome(),
        reasons.administrator(),
        reasons.reviewer(),
        reasons.rationale(),
        Conclusion.check(reasons.rationale(), determination.outcome()));
  }
}
