package org.openimr.parser.letter.item;

import java.util.List;
import org.openimr.parser.letter.model.DisputedItem;
import org.openimr.parser.letter.model.ParseResult.Failed;
import org.openimr.parser.letter.model.ParseResult.FailureCode;
import org.openimr.parser.letter.text.NormalizedLetter;

/** The result of parsing the items of a letter: all items or the failure of the letter. */
public sealed interface ItemsResult {

  /**
   * All items of the letter.
   *
   * @param items at least one item, in the order of the letter
   */
  record Complete(List<DisputedItem> items) implements ItemsResult {}

  /**
   * Items that cannot be parsed completely.
   *
   * @param failure the result of parsing the letter
   */
  record Rejected(Failed failure) implements ItemsResult {}

  /** Reports that no item was found from {@code offset} on. */
  static Rejected noItems(NormalizedLetter letter, int offset) {
    return new Rejected(
        new Failed(
            FailureCode.NO_ITEMS,
            "decisions",
            letter.sourceOffset(offset),
            "the section of the items does not contain an item"));
  }

  /**
   * Reports that a part of an item is missing.
   *
   * @param number number of the item, starting at 1
   * @param part field of the part, e.g. {@code rationale}
   * @param offset offset into the normalized text at which the part was expected
   */
  static Rejected incompleteItem(NormalizedLetter letter, int number, String part, int offset) {
    String field = "decisions[" + (number - 1) + "]." + part;
    String message = "item " + number + " is incomplete";
    return new Rejected(
        new Failed(FailureCode.ITEM_INCOMPLETE, field, letter.sourceOffset(offset), message));
  }

  /** Reports that an item is neither upheld nor overturned as a whole. */
  static Rejected partialDecision(NormalizedLetter letter, int number, int offset) {
    return new Rejected(
        new Failed(
            FailureCode.ITEM_INCOMPLETE,
            "decisions[" + (number - 1) + "].outcome",
            letter.sourceOffset(offset),
            "item " + number + " has a partial decision, neither upheld nor overturned"));
  }
}
