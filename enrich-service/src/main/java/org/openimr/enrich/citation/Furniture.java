package org.openimr.enrich.citation;

/** Words of a citation of ODG that name neither a chapter nor a topic. */
final class Furniture {
  private static final String[] WORDS = {
    "and",
    "the",
    "of",
    "for",
    "in",
    "on",
    "chapter",
    "chapters",
    "section",
    "sections",
    "guidelines",
    "guideline",
    "updated",
    "online",
    "version",
    "web",
    "current",
    "treatment",
    "index",
    "edition",
    "ed",
    "twc",
    "see",
    "under",
    "odg",
    "procedure",
    "summary",
    "last",
    "date",
    "which"
  };
  private static final String[] IN_PARENTHESES = {
    "updated",
    "acute",
    "chronic",
    "online",
    "web",
    "thoracic",
    "lumbar",
    "trauma",
    "twc",
    "odg",
    "version",
    "current"
  };

  private Furniture() {}

  static boolean is(Folded text, int position) {
    return text.startsWithDigit(position) || text.anyWord(position, WORDS);
  }

  /** Whether {@code position} is in a parenthesis that says nothing of a topic. */
  static boolean inParenthesis(Folded text, int position) {
    return text.depth(position) > 0
        && (text.startsWithDigit(position) || text.anyWord(position, IN_PARENTHESES));
  }
}
