package org.openimr.parser.letter.item;

import static org.openimr.parser.letter.item.ItemLabel.CLAIMS_ADMINISTRATOR;
import static org.openimr.parser.letter.item.ItemLabel.RATIONALE;
import static org.openimr.parser.letter.item.ItemLabel.REVIEWER;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.parser.letter.model.DisputedItem;
import org.openimr.parser.letter.text.LineJoiner;
import org.openimr.parser.letter.text.LineWrapStyle;
import org.openimr.parser.letter.text.NormalizedLetter;
import org.openimr.parser.letter.text.Whitespace;

/**
 * The items of a STANDARD letter: heading, decision word, {@code Claims Administrator guideline:},
 * {@code MAXIMUS guideline:}, {@code Decision rationale:}; again and again to the letter's end.
 */
public final class LabelledItemsParser {
  private final NormalizedLetter letter;
  private final String text;
  private final LineWrapStyle typesetting;
  private final List<DisputedItem> items = new ArrayList<>(4);

  /** Where the item to be read starts, the word that decides it and the first of its labels. */
  private int heading;

  private DecisionWord word;
  private ItemLabel.Occurrence administrator;

  private LabelledItemsParser(NormalizedLetter letter, LineWrapStyle typesetting) {
    this.letter = letter;
    this.text = letter.text();
    this.typesetting = typesetting;
  }

  /** Reads all items between {@code start} and the end of the letter. */
  public static ItemsResult parse(NormalizedLetter letter, int start, LineWrapStyle typesetting) {
    return new LabelledItemsParser(letter, typesetting).parse(start);
  }

  private ItemsResult parse(int start) {
    heading = Whitespace.skipForward(text, start, text.length());
    administrator = ItemLabel.findNext(text, start);
    if (administrator == null) {
      return ItemsResult.noItems(letter, heading);
    }
    word = DecisionWord.findBefore(text, start, administrator.start());
    while (administrator != null) {
      Optional<ItemsResult> broken = parseItem();
      if (broken.isPresent()) {
        return broken.get();
      }
    }
    return new ItemsResult.Complete(List.copyOf(items));
  }

  /** Reads an item and steps to the next; says so if it can't. */
  private Optional<ItemsResult> parseItem() {
    if (administrator.label() != CLAIMS_ADMINISTRATOR) {
      return incomplete("claimsAdministratorBasis", administrator.start());
    }
    if (word == null) {
      return incomplete("outcome", administrator.start());
    }
    if (word.headingEnd() <= heading) {
      return incomplete("request.text", heading);
    }
    ItemLabel.Occurrence reviewer = ItemLabel.findNext(text, administrator.end());
    if (reviewer == null || reviewer.label() != REVIEWER) {
      return incomplete("reviewerBasis", administrator.end());
    }
    ItemLabel.Occurrence rationale = ItemLabel.findNext(text, reviewer.end());
    if (rationale == null || rationale.label() != RATIONALE) {
      return incomplete("rationale", reviewer.end());
    }
    return parseReasons(reviewer, rationale);
  }

  private Optional<ItemsResult> parseReasons(
      ItemLabel.Occurrence reviewer, ItemLabel.Occurrence rationale) {
    int start = Whitespace.skipForward(text, rationale.end(), text.length());
    ItemLabel.Occurrence next = ItemLabel.findNext(text, start);
    int limit = next == null ? text.length() : next.start();
    DecisionWord nextWord = next == null ? null : DecisionWord.findBefore(text, start, limit);
    int end = nextWord == null ? limit : nextHeading(reviewer, rationale, next, nextWord);
    if (Whitespace.skipBackward(text, end, start) <= start) {
      return incomplete("rationale", rationale.end());
    }
    int lost = DecisionWord.findStandalone(text, start, end);
    if (lost >= 0) {
      return Optional.of(
          ItemsResult.incompleteItem(letter, items.size() + 2, "claimsAdministratorBasis", lost));
    }
    items.add(item(reviewer, rationale, end));
    heading = end;
    word = nextWord;
    administrator = next;
    return Optional.empty();
  }

  private int nextHeading(
      ItemLabel.Occurrence reviewer,
      ItemLabel.Occurrence rationale,
      ItemLabel.Occurrence next,
      DecisionWord nextWord) {
    int gaps = gapBefore(reviewer) + gapBefore(rationale) + gapBefore(next);
    return RationaleEndDetector.find(
        text, rationale.end(), nextWord.headingEnd(), gaps > 1, typesetting);
  }

  /** 1 if a label is set apart from what is before it by more than a page break. */
  private int gapBefore(ItemLabel.Occurrence label) {
    int before = Whitespace.skipBackward(text, label.start(), 0);
    boolean gap = Whitespace.countLineEnds(text, before, label.start()) > typesetting.lineGap();
    return gap && !Whitespace.containsPageBreak(text, before, label.start()) ? 1 : 0;
  }

  private DisputedItem item(
      ItemLabel.Occurrence reviewer, ItemLabel.Occurrence rationale, int end) {
    String reasons = LineJoiner.joinParagraphs(text, rationale.end(), end, typesetting.lineGap());
    return new DisputedItem(
        items.size() + 1,
        RequestHeadingParser.parse(LineJoiner.joinLine(text, heading, word.headingEnd())),
        word.outcome(),
        letter.sourceMapped(administrator.end(), reviewer.start()),
        letter.sourceMapped(reviewer.end(), rationale.start()),
        reasons,
        RationaleConclusionChecker.check(reasons, word.outcome()));
  }

  private Optional<ItemsResult> incomplete(String part, int offset) {
    return Optional.of(ItemsResult.incompleteItem(letter, items.size() + 1, part, offset));
  }
}
