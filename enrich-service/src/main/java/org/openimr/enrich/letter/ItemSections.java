package org.openimr.enrich.letter;

import static org.openimr.enrich.letter.ItemLabel.CLAIMS_ADMINISTRATOR;
import static org.openimr.enrich.letter.ItemLabel.RATIONALE;
import static org.openimr.enrich.letter.ItemLabel.REVIEWER;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The items of a STANDARD letter: heading, decision word, {@code Claims Administrator guideline:},
 * {@code MAXIMUS guideline:}, {@code Decision rationale:}; again and again to the letter's end.
 */
final class ItemSections {
  private final LetterText letter;
  private final String text;
  private final Typesetting typesetting;
  private final List<Item> items = new ArrayList<>(4);

  /** Where the item to be read starts, the word that decides it and the first of its labels. */
  private int heading;

  private DecisionWord word;
  private ItemLabel.Mark administrator;

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
    heading = Blanks.skip(text, start, text.length());
    administrator = ItemLabel.next(text, start);
    if (administrator == null) {
      return Items.none(letter, heading);
    }
    word = DecisionWord.before(text, start, administrator.start());
    while (administrator != null) {
      Optional<Items> broken = readItem();
      if (broken.isPresent()) {
        return broken.get();
      }
    }
    return new Items.Whole(List.copyOf(items));
  }

  /** Reads an item and steps to the next; says so if it can't. */
  private Optional<Items> readItem() {
    if (administrator.label() != CLAIMS_ADMINISTRATOR) {
      return incomplete("claimsAdministratorBasis", administrator.start());
    }
    if (word == null) {
      return incomplete("outcome", administrator.start());
    }
    if (word.headingEnd() <= heading) {
      return incomplete("request.text", heading);
    }
    ItemLabel.Mark reviewer = ItemLabel.next(text, administrator.end());
    if (reviewer == null || reviewer.label() != REVIEWER) {
      return incomplete("reviewerBasis", administrator.end());
    }
    ItemLabel.Mark rationale = ItemLabel.next(text, reviewer.end());
    if (rationale == null || rationale.label() != RATIONALE) {
      return incomplete("rationale", reviewer.end());
    }
    return readReasons(reviewer, rationale);
  }

  private Optional<Items> readReasons(ItemLabel.Mark reviewer, ItemLabel.Mark rationale) {
    int start = Blanks.skip(text, rationale.end(), text.length());
    ItemLabel.Mark next = ItemLabel.next(text, start);
    int limit = next == null ? text.length() : next.start();
    DecisionWord nextWord = next == null ? null : DecisionWord.before(text, start, limit);
    int end = nextWord == null ? limit : nextHeading(reviewer, rationale, next, nextWord);
    if (Blanks.skipBack(text, end, start) <= start) {
      return incomplete("rationale", rationale.end());
    }
    int lost = DecisionWord.onItsOwn(text, start, end);
    if (lost >= 0) {
      return Optional.of(
          Items.incomplete(letter, items.size() + 2, "claimsAdministratorBasis", lost));
    }
    items.add(item(reviewer, rationale, end));
    heading = end;
    word = nextWord;
    administrator = next;
    return Optional.empty();
  }

  private int nextHeading(
      ItemLabel.Mark reviewer,
      ItemLabel.Mark rationale,
      ItemLabel.Mark next,
      DecisionWord nextWord) {
    int gaps = gapBefore(reviewer) + gapBefore(rationale) + gapBefore(next);
    return RationaleEnd.find(text, rationale.end(), nextWord.headingEnd(), gaps > 1, typesetting);
  }

  /** 1 if a label is set apart from what is before it by more than a page break. */
  private int gapBefore(ItemLabel.Mark label) {
    int before = Blanks.skipBack(text, label.start(), 0);
    boolean gap = Blanks.lineEnds(text, before, label.start()) > typesetting.lineGap();
    return gap && !Blanks.pageBreak(text, before, label.start()) ? 1 : 0;
  }

  private Item item(ItemLabel.Mark reviewer, ItemLabel.Mark rationale, int end) {
    String reasons = JoinedText.paragraphs(text, rationale.end(), end, typesetting.lineGap());
    return new Item(
        items.size() + 1,
        PartlyGranted.read(JoinedText.line(text, heading, word.headingEnd())),
        word.outcome(),
        letter.sourceMapped(administrator.end(), reviewer.start()),
        letter.sourceMapped(reviewer.end(), rationale.start()),
        reasons,
        Conclusion.check(reasons, word.outcome()));
  }

  private Optional<Items> incomplete(String part, int offset) {
    return Optional.of(Items.incomplete(letter, items.size() + 1, part, offset));
  }
}
