package org.openimr.ingest.extract.pdf.layout;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;

/** Recognizes text that was extracted but can't be what the page shows. */
public final class TextPlausibility {
  private static final int MIN_WORDS = 40;
  private static final int MIN_WORDS_OF_LANGUAGE = 80;
  private static final int MIN_CHARACTERS = 60;
  private static final int LONG_WORD = 25;
  private static final double MIN_WORD_LENGTH = 2.6;
  private static final double MAX_SINGLE_SHARE = 0.5;
  private static final double MAX_GLUED_SHARE = 0.3;
  private static final double MAX_WRONG_SHARE = 0.1;

  /** The most frequent words of English texts. */
  private static final Set<String> FREQUENT =
      Set.of("the", "of", "and", "to", "in", "is", "for", "was", "not", "or", "with", "a", "on");

  private int words;
  private int single;
  private int frequent;
  private int characters;
  private int glued;
  private int wrong;

  private TextPlausibility() {}

  /** Returns what is wrong with the text of a page; empty if nothing. */
  public static Optional<String> defect(String page) {
    TextPlausibility text = new TextPlausibility();
    StringTokenizer tokens = new StringTokenizer(page, " \t\n\f\u00a0");
    while (tokens.hasMoreTokens()) {
      text.add(tokens.nextToken());
    }
    return text.defect();
  }

  private void add(String word) {
    words++;
    int length = word.length();
    characters += length;
    boolean isLetters = Character.isLetter(word.charAt(0));
    single += length == 1 && isLetters ? 1 : 0;
    if (length >= LONG_WORD && word.chars().filter(Character::isLetter).count() > 0.8 * length) {
      glued += length;
    }
    if (length <= 4 && FREQUENT.contains(word.toLowerCase(Locale.ROOT))) {
      frequent++;
    }
    if (!isLetters || length > 1) {
      wrong += (int) word.chars().filter(TextPlausibility::isWrong).count();
    } else {
      wrong += isWrong(word.charAt(0)) ? 1 : 0;
    }
  }

  private static boolean isWrong(int c) {
    return c == 0xFFFD || Character.getType(c) == Character.PRIVATE_USE || !Character.isDefined(c);
  }

  private Optional<String> defect() {
    if (words >= MIN_WORDS
        && (single > MAX_SINGLE_SHARE * words || characters < MIN_WORD_LENGTH * words)) {
      return Optional.of("single letters instead of words");
    }
    if (characters >= MIN_CHARACTERS && glued > MAX_GLUED_SHARE * characters) {
      return Optional.of("words without gaps");
    }
    if (characters >= MIN_CHARACTERS && wrong > MAX_WRONG_SHARE * characters) {
      return Optional.of("characters without meaning");
    }
    if (words >= MIN_WORDS_OF_LANGUAGE && frequent == 0) {
      return Optional.of("no common English word");
    }
    return Optional.empty();
  }
}
