package org.openimr.enrich.letter;

import java.util.List;
import org.openimr.enrich.letter.Reading.Code;
import org.openimr.enrich.letter.Reading.Unreadable;

/** All items of a letter, or why they can't be read to the end. */
sealed interface Items {

  /** Every item of the letter; there is at least one. */
  record Whole(List<Item> items) implements Items {}

  /** Where reading stopped. */
  record Broken(Unreadable reading) implements Items {}

  /** No item was found from {@code offset} on. */
  static Broken none(LetterText letter, int offset) {
    return new Broken(
        new Unreadable(
            Code.NO_ITEMS, "decisions", letter.origin(offset), "no item in the items' section"));
  }

  /**
   * An item lacks a part.
   *
   * @param number of the item, from 1
   * @param part its field, e.g. {@code rationale}
   */
  static Broken incomplete(LetterText letter, int number, String part, int offset) {
    String field = "decisions[" + (number - 1) + "]." + part;
    String message = "item " + number + " lacks a part";
    return new Broken(new Unreadable(Code.ITEM_INCOMPLETE, field, letter.origin(offset), message));
  }
}
