package org.openimr.parser.letter.item;

import static org.openimr.parser.letter.item.ItemLabel.CLAIMS_ADMINISTRATOR;
import static org.openimr.parser.letter.item.ItemLabel.RATIONALE;
import static org.openimr.parser.letter.item.ItemLabel.REVIEWER;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openimr.parser.letter.boundary.TrailingText;
import org.openimr.parser.letter.model.DecisionOutcome;
import org.openimr.parser.letter.model.DisputedItem;
import org.openimr.parser.letter.model.ParseWarning;
import org.openimr.parser.letter.text.LineJoiner;
import org.openimr.parser.letter.text.LineWrapStyle;
import org.openimr.parser.letter.text.NormalizedLetter;
import org.openimr.parser.letter.text.Whitespace;

/**
 * Parses items with labels, as printed in STANDARD letters. Each item consists of a heading, a
 * decision word, {@code Claims Administrator guideline:}, {@code MAXIMUS guideline:} and {@code
 * Decision rationale:}.
 */
public final class LabelledItemsParser {
  private final NormalizedLetter letter;
  private final String text;
  private final LineWrapStyle wrapStyle;
  private final List<DisputedItem> items = new ArrayList<>(4);

  /** Start of the item to parse next, or null after the last item. */
  private @Nullable ItemStart next;

  private LabelledItemsParser(NormalizedLetter letter, int to, LineWrapStyle wrapStyle) {
    this.letter = letter;
    this.text = letter.text().substring(0, to);
    this.wrapStyle = wrapStyle;
  }

  /**
   * The start of an item.
   *
   * @param heading offset of the heading
   * @param word the decision word, or null if it is missing
   * @param label the first label after the heading
   */
  private record ItemStart(int heading, @Nullable DecisionWord word, ItemLabel.Occurrence label) {}

  /** The parts of an item in their printed order. The rationale extends to the next item. */
  private record ItemParts(
      int heading,
      DecisionWord word,
      ItemLabel.Occurrence administrator,
      ItemLabel.Occurrence reviewer,
      ItemLabel.Occurrence rationale) {}

  /** Parses all items from {@code start} to the end of the letter. */
  public static ItemsResult parse(NormalizedLetter letter, int start, LineWrapStyle wrapStyle) {
    return parse(letter, start, letter.text().length(), wrapStyle);
  }

  /** Parses all items from {@code start} to {@code to}. */
  public static ItemsResult parse(
      NormalizedLetter letter, int start, int to, LineWrapStyle wrapStyle) {
    return new LabelledItemsParser(letter, to, wrapStyle).parse(start);
  }

  /**
   * Returns whether the text before the section of the items has all labels of an item, each at the
   * start of a line: its page is out of order.
   *
   * @param sectionStart offset of the heading of the items
   */
  public static boolean precedesSection(String text, int sectionStart) {
    ItemLabel[] labels = ItemLabel.values();
    int found = 0;
    ItemLabel.Occurrence label = ItemLabel.findNext(text, 0);
    while (label != null && label.start() < sectionStart && found < labels.length) {
      if (label.label() == labels[found] && startsLine(text, label.start())) {
        found++;
      }
      label = ItemLabel.findNext(text, label.end());
    }
    return found == labels.length;
  }

  private static boolean startsLine(String text, int offset) {
    int previousEnd = Whitespace.skipBackward(text, offset, 0);
    return previousEnd == 0 || Whitespace.countLineEnds(text, previousEnd, offset) > 0;
  }

  private ItemsResult parse(int start) {
    int heading = Whitespace.skipForward(text, start, text.length());
    ItemLabel.Occurrence label = ItemLabel.findNext(text, start);
    if (label == null) {
      return ItemsResult.noItems(letter, heading);
    }
    next = new ItemStart(heading, DecisionWord.findBefore(text, start, label.start()), label);
    for (ItemStart item = next; item != null; item = next) {
      ItemsResult.Rejected rejected = parseItem(item);
      if (rejected != null) {
        return rejected;
      }
    }
    return new ItemsResult.Complete(List.copyOf(items));
  }

  /** Parses an item and finds the next one. Returns the failure, or null on success. */
  private ItemsResult.@Nullable Rejected parseItem(ItemStart item) {
    ItemLabel.Occurrence administrator = item.label();
    if (administrator.label() != CLAIMS_ADMINISTRATOR) {
      return incomplete("claimsAdministratorBasis", administrator.start());
    }
    DecisionWord word = item.word();
    if (word == null) {
      return DecisionWord.isPartialBefore(text, 0, administrator.start())
          ? ItemsResult.partialDecision(letter, items.size() + 1, administrator.start())
          : incomplete("outcome", administrator.start());
    }
    if (word.headingEnd() <= item.heading()
        || RequestPlausibility.isGlued(text, item.heading(), word.headingEnd())) {
      return incomplete("request.text", item.heading());
    }
    ItemLabel.Occurrence reviewer = ItemLabel.findNext(text, administrator.end());
    if (reviewer == null || reviewer.label() != REVIEWER) {
      return incomplete("reviewerBasis", administrator.end());
    }
    ItemLabel.Occurrence rationale = ItemLabel.findNext(text, reviewer.end());
    if (rationale == null || rationale.label() != RATIONALE) {
      return incomplete("rationale", reviewer.end());
    }
    return addItem(new ItemParts(item.heading(), word, administrator, reviewer, rationale));
  }

  private ItemsResult.@Nullable Rejected addItem(ItemParts parts) {
    int start = Whitespace.skipForward(text, parts.rationale().end(), text.length());
    ItemLabel.Occurrence label = ItemLabel.findNext(text, start);
    int limit = label == null ? text.length() : label.start();
    DecisionWord word = label == null ? null : DecisionWord.findBefore(text, start, limit);
    TrailingText trailing = label == null ? TrailingText.find(text, start, limit, wrapStyle) : null;
    int end =
        trailing != null
            ? trailing.start()
            : label == null || word == null ? limit : findNextHeading(parts, label, word);
    if (Whitespace.skipBackward(text, end, start) <= start) {
      return incomplete("rationale", parts.rationale().end());
    }
    int standalone = DecisionWord.findStandalone(text, start, label == null ? limit : end);
    if (standalone >= 0) {
      return ItemsResult.incompleteItem(
          letter, items.size() + 2, "claimsAdministratorBasis", standalone);
    }
    items.add(buildItem(parts, end, trailing));
    next = label == null ? null : new ItemStart(end, word, label);
    return null;
  }

  private int findNextHeading(ItemParts parts, ItemLabel.Occurrence label, DecisionWord word) {
    int gaps =
        countGapsBefore(parts.reviewer())
            + countGapsBefore(parts.rationale())
            + countGapsBefore(label);
    return RationaleEndDetector.find(
        text, parts.rationale().end(), word.headingEnd(), gaps > 1, wrapStyle);
  }

  /** Returns 1 if a blank line other than a page break precedes a label, else 0. */
  private int countGapsBefore(ItemLabel.Occurrence label) {
    int previousEnd = Whitespace.skipBackward(text, label.start(), 0);
    boolean gap = Whitespace.countLineEnds(text, previousEnd, label.start()) > wrapStyle.lineGap();
    return gap && !Whitespace.containsPageBreak(text, previousEnd, label.start()) ? 1 : 0;
  }

  @SuppressWarnings("ArgumentSelectionDefectChecker") // the text between two labels
  private DisputedItem buildItem(ItemParts parts, int end, @Nullable TrailingText trailing) {
    String rationale =
        LineJoiner.joinParagraphs(text, parts.rationale().end(), end, wrapStyle.lineGap());
    String heading = LineJoiner.joinLine(text, parts.heading(), parts.word().headingEnd());
    return new DisputedItem(
        items.size() + 1,
        RequestHeadingParser.parse(heading),
        parts.word().outcome(),
        letter.sourceMapped(parts.administrator().end(), parts.reviewer().start()),
        letter.sourceMapped(parts.reviewer().end(), parts.rationale().start()),
        rationale,
        warnings(rationale, parts.word().outcome(), trailing));
  }

  private List<ParseWarning> warnings(
      String rationale, DecisionOutcome outcome, @Nullable TrailingText trailing) {
    List<ParseWarning> warnings = RationaleWarnings.of(rationale, outcome);
    if (trailing != null) {
      warnings.addAll(trailing.warnings(letter));
    }
    return List.copyOf(warnings);
  }

  private ItemsResult.Rejected incomplete(String part, int offset) {
    return ItemsResult.incompleteItem(letter, items.size() + 1, part, offset);
  }
}
