package org.openimr.parser.letter.item;

import java.util.List;
import org.openimr.parser.letter.model.DisputedItem;
import org.openimr.parser.letter.model.ParseResult.Failed;
import org.openimr.parser.letter.model.ParseResult.FailureCode;
import org.openimr.parser.letter.text.NormalizedLetter;

/** All items of a letter, or why they can't be read to the end. */
public sealed interface ItemsResult {

  /** Every item of the letter; there is at least one. */
  record Complete(List<DisputedItem> items) implements ItemsResult {}

  /** Where reading stopped. */
  record Rejected(Failed failure) implements ItemsResult {}

  /** No item was found from {@code offset} on. */
  static Rejected noItems(NormalizedLetter letter, int offset) {
    return new Rejected(
        new Failed(
            FailureCode.NO_ITEMS,
            "decisions",
            letter.sourceOffset(offset),
            "no item in the items' section"));
  }

  /**
   * An item lacks a part.
   *
   * @param number of the item, from 1
   * @param part its field, e.g. {@code rationale}
   */
  static Rejected incompleteItem(NormalizedLetter letter, int number, String part, int offset) {
    String field = "decisions[" + (number - 1) + "]." + part;
    String message = "item " + number + " lacks a part";
    return new Rejected(
        new Failed(FailureCode.ITEM_INCOMPLETE, field, letter.sourceOffset(offset), message));
  }
}
