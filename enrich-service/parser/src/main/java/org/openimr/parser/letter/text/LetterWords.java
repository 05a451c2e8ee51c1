package org.openimr.parser.letter.text;

/** Words of headings, labels and decisions. A line that contains them is no furniture. */
public final class LetterWords {
  private static final String[] ITEMS = {
    "uideline:",
    "GUIDELINE:",
    "ationale:",
    "RATIONALE",
    "Rationale for the",
    "Utilization Schedule",
    "Expert Reviewer",
    "Upheld",
    "UPHELD",
    "Overturned",
    "OVERTURNED",
    "HOW THE IMR",
    "CASE SUMMARY",
    "Medical Review Determination",
    "MEDICAL REVIEW DETERMINATION",
    "MEDICAL PROFESSIONAL REVIEW",
    "Decision based on",
    "ection(s)",
    "age(s):",
    "MTUS",
    "ACOEM",
    "Official Disability",
    "(ODG)",
    "Citation",
    "edically necessary",
    "edical necessity",
    "-certified",
    "original request",
    "redentials:",
    "Licensure:",
    "Specialty:",
    "records:",
    "below:",
  };
  private static final String[] HEADER = {
    "Case Number", "Date Assigned", "Date of Injury", "Decision Date", "UR Denial", "Priority:",
  };

  /** Words with which a label may be broken at the end of a page. */
  private static final String[] LABEL_STARTS = {"MAXIMUS", "Administrator", "Decision", "Claims"};

  /** Length up to which words before a colon are a label. */
  private static final int MAX_LABEL = 34;

  /** Longer lines in capitals are headings. */
  private static final int MIN_HEADING = 10;

  private LetterWords() {}

  /** Returns whether a line contains words that only the items of a letter print. */
  public static boolean ofItems(String text, int start, int end) {
    if (containsAny(ITEMS, text, start, end)) {
      return true;
    }
    for (String words : LABEL_STARTS) {
      if (text.startsWith(words, end - words.length())) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a line contains a label of the header block. */
  public static boolean ofHeader(String text, int start, int end) {
    return containsAny(HEADER, text, start, end);
  }

  /**
   * Returns whether a line is in capitals or starts with a label. The labels within a statement,
   * such as {@code Page(s):}, and words after a sentence do not count.
   */
  public static boolean areHeading(String text, int start, int end) {
    char first = text.charAt(start);
    if (Character.isLowerCase(first)) {
      return false;
    }
    int colon = text.indexOf(':', start, Math.min(end, start + MAX_LABEL));
    return colon >= 0 && !text.startsWith("(s)", colon - 3) && text.indexOf(". ", start, colon) < 0
        || end - start > MIN_HEADING
            && !Character.isDigit(first)
            && !FurnitureWords.haveLowerCase(text, start, end);
  }

  /** Returns whether a line starts with the mark or number of a list entry. */
  public static boolean startListEntry(String text, int start, int end) {
    int i = start;
    while (i < end && Character.isDigit(text.charAt(i))) {
      i++;
    }
    return i < end && "-.)(*\u2022".indexOf(text.charAt(i)) >= 0;
  }

  private static boolean containsAny(String[] all, String text, int start, int end) {
    for (String words : all) {
      if (text.indexOf(words, start, end) >= 0) {
        return true;
      }
    }
    return false;
  }
}
