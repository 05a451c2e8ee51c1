package org.openimr.enrich.letter;

import java.util.ArrayList;
import java.util.List;

/**
 * The items of a STANDARD letter: heading, decision word, {@code Claims Administrator guideline:},
 * {@code MAXIMUS guideline:}, {@code Decision rationale:}; again and again to the letter's end.
 */
final class ItemSections {
  private final LetterText letter;
  private final String text;
  private final Typesetting typesetting;
  private final List<Item> items = new ArrayList<>(4);

  private ItemSections(LetterText letter, Typesetting typesetting) {
    this.letter = letter;
    this.text = letter.text();
    this.typesetting = typesetting;
  }

  /** Reads all items between {@code start} and the end of the letter. */
  static Items read(LetterText letter, int start, Typesetting typesetting) {
    return new ItemSections(letter, typesetting).read(start);
  }

  private Items read(int start) {
    ItemLabel.Mark administrator = ItemLabel.next(text, start);
    if (administrator == null) {
      return Items.none(letter, start);
    }
    DecisionWord word = DecisionWord.before(text, start, administrator.start());
    int heading = start;
    while (administrator != null) {
      if (administrator.label() != ItemLabel.CLAIMS_ADMINISTRATOR) {
        return incomplete("claimsAdministratorBasis", administrator.start());
      }
      if (word == null) {
        return incomplete("outcome", administrator.start());
      }
      ItemLabel.Mark reviewer = ItemLabel.next(text, administrator.end());
      if (reviewer == null || reviewer.label() != ItemLabel.REVIEWER) {
        return incomplete("reviewerBasis", administrator.end());
      }
      ItemLabel.Mark rationale = ItemLabel.next(text, reviewer.end());
      if (rationale == null || rationale.label() != ItemLabel.RATIONALE) {
        return incomplete("rationale", reviewer.end());
      }
      ItemLabel.Mark next = ItemLabel.next(text, rationale.end());
      DecisionWord nextWord =
          DecisionWord.before(text, rationale.end(), next == null ? text.length() : next.start());
      if (next == null && nextWord != null && nextWord.afterColon()) {
        number++;
        return incomplete("claimsAdministratorBasis", text.length());
      }
      int end = text.length();
      if (next != null && nextWord != null) {
        end =
            RationaleEnd.find(
                text, rationale.end(), nextWord.headingEnd(), next.start(), typesetting);
      }
      String request = JoinedText.line(text, heading, word.headingEnd());
      String reasons = JoinedText.paragraphs(text, rationale.end(), end, typesetting.lineGap());
      if (request.isEmpty()) {
        return incomplete("request.text", heading);
      }
      if (reasons.isEmpty()) {
        return incomplete("rationale", rationale.end());
      }
      items.add(
          new Item(
              number,
              PartlyGranted.read(request),
              word.outcome(),
              Passage.of(letter, administrator.end(), reviewer.start()),
              Passage.of(letter, reviewer.end(), rationale.start()),
              reasons,
              Conclusion.check(reasons, word.outcome())));
      number++;
      heading = end;
      administrator = next;
      word = nextWord;
    }
    return new Items.Whole(List.copyOf(items));
  }

  private int number = 1;

  private Items incomplete(String part, int offset) {
    return Items.incomplete(letter, number, part, offset);
  }
}
