package org.openimr.enrich.citation;

/** Words of a citation of ODG that name neither a chapter nor a topic. */
final class Furniture {
  private static final Words WORDS =
      Words.of(
          "and the of for in on chapter chapters section sections guidelines guideline updated online version web current treatment index edition ed twc see under odg procedure summary last date which");
  private static final Words IN_PARENTHESES =
      Words.of("updated acute chronic online web thoracic lumbar trauma twc odg version current");

  private Furniture() {}

  static boolean is(Folded text, int position) {
    return text.startsWithDigit(position) || WORDS.at(text, position);
  }

  /** Whether {@code position} is in a parenthesis that says nothing of a topic. */
  static boolean inParenthesis(Folded text, int position) {
    return text.depth(position) > 0
        && (text.startsWithDigit(position) || IN_PARENTHESES.at(text, position));
  }
}
