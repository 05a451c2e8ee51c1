package org.openimr.parser.letter.boundary;

import java.util.ArrayList;
import java.util.List;
import org.openimr.parser.letter.text.SpacingTolerantLiteral;

/**
 * A heading that occurs once in each letter of a layout.
 *
 * @param kind which heading
 * @param start offset of its first character
 */
record LetterHeading(Kind kind, int start) {

  /** Kinds of headings. Each layout has one that opens the letter and one that opens its items. */
  enum Kind {
    HOW_MADE(false, false, "HOW THE IMR FINAL DETERMINATION"),
    ISSUES(true, false, "IMR ISSUES, DECISIONS AND RATIONALES"),
    DECISIONS(true, false, "IMR DECISION(S) AND RATIONALE(S)"),
    NOTICE_DECISION(true, true, "INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE"),
    PROFESSIONAL_DOCUMENTS(true, true, "DOCUMENTS REVIEWED FOR DETERMINATION:"),
    NOTICE_TITLE(false, true, "Notice of Independent Medical Review Determination"),
    NOTICE_TITLE_CAPITALS(false, true, "NOTICE OF INDEPENDENT MEDICAL REVIEW DETERMINATION"),
    PROFESSIONAL_TITLE(false, true, "MEDICAL PROFESSIONAL REVIEW");

    private final boolean opensItems;
    private final boolean hasTitle;

    private final char first;

    @SuppressWarnings("ImmutableEnumChecker") // never modified
    private final SpacingTolerantLiteral literal;

    Kind(boolean opensItems, boolean hasTitle, String words) {
      this.opensItems = opensItems;
      this.hasTitle = hasTitle;
      this.first = words.charAt(0);
      this.literal = new SpacingTolerantLiteral(words);
    }

    /** Returns the words of the heading. */
    SpacingTolerantLiteral literal() {
      return literal;
    }
  }

  private static final Kind[] KINDS = Kind.values();

  /** Whether the heading belongs to the items; each letter has exactly one such heading. */
  boolean opensItems() {
    return kind.opensItems;
  }

  /**
   * Returns the headings that start a line, in the order of the text.
   *
   * @param lineStarts starts of the lines that may be a heading
   */
  static List<LetterHeading> findAll(String text, int[] lineStarts) {
    List<LetterHeading> headings = new ArrayList<>(2);
    for (int start : lineStarts) {
      for (Kind kind : KINDS) {
        if (kind.first == text.charAt(start)
            && kind.literal.endAt(text, start, text.length()) > 0) {
          headings.add(new LetterHeading(kind, start));
        }
      }
    }
    return withoutSecondOpenings(headings);
  }

  /** Drops headings of another layout and repeated titles, which do not open another letter. */
  private static List<LetterHeading> withoutSecondOpenings(List<LetterHeading> headings) {
    List<LetterHeading> kept = new ArrayList<>(headings.size());
    for (int k = 0; k < headings.size(); k++) {
      Kind kind = headings.get(k).kind;
      Kind previous = kept.isEmpty() ? Kind.HOW_MADE : kept.getLast().kind;
      boolean second =
          kind == Kind.HOW_MADE && previous.hasTitle && !opensNext(previous, headings, k);
      boolean sameTitle = !kind.opensItems && kind.hasTitle && previous == kind;
      if (!second && !sameTitle) {
        kept.add(headings.get(k));
      }
    }
    return kept;
  }

  /** Returns whether heading k opens another letter after the items of one with a title. */
  private static boolean opensNext(Kind previous, List<LetterHeading> headings, int k) {
    Kind next = k + 1 < headings.size() ? headings.get(k + 1).kind : Kind.HOW_MADE;
    return previous.opensItems && next.opensItems && !next.hasTitle;
  }
}
