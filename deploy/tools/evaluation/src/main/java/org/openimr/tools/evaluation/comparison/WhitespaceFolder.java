package org.openimr.tools.evaluation.comparison;

/** Normalizes texts so that line breaks do not matter. */
final class WhitespaceFolder {
  private WhitespaceFolder() {}

  /**
   * Replaces each run of white space by a single space and strips both ends. Removes the space
   * after a hyphen between two words, because a line may have ended there.
   */
  static String fold(String text) {
    String spaced = foldSpaces(text);
    StringBuilder folded = new StringBuilder(spaced.length());
    for (int i = 0; i < spaced.length(); i++) {
      char c = spaced.charAt(i);
      folded.append(c);
      if (c == '-' && isLineBreak(spaced, i)) {
        i++;
      }
    }
    return folded.toString().strip();
  }

  /** Counts the space-separated words of a folded text. */
  static int countWords(String folded) {
    return folded.isEmpty() ? 0 : 1 + (int) folded.chars().filter(c -> c == ' ').count();
  }

  private static String foldSpaces(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        gap = true;
        continue;
      }
      if (gap && !folded.isEmpty()) {
        folded.append(' ');
      }
      gap = false;
      folded.append(c);
    }
    return folded.toString();
  }

  private static boolean isLineBreak(String text, int hyphen) {
    return hyphen > 0
        && hyphen + 2 < text.length()
        && text.charAt(hyphen + 1) == ' '
        && isWord(text.codePointBefore(hyphen))
        && isWord(text.codePointAt(hyphen + 2));
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }

  private static boolean isWord(int point) {
    return switch (Character.getType(point)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> Character.isLetter(point) || point == '_';
    };
  }
}
