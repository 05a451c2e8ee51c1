package org.openimr.parser.letter.page;

import java.util.List;
import org.openimr.parser.letter.text.LineSurvey;
import org.openimr.parser.letter.text.NormalizedLetter;

/**
 * Removes from a letter what was printed on its pages later or on every page, and the marks of
 * quoting programs. The text keeps its length.
 */
public final class PageCleaner {
  private PageCleaner() {}

  /**
   * A letter without page furniture.
   *
   * @param letter the letter
   * @param survey the survey of its text
   */
  public record CleanLetter(NormalizedLetter letter, LineSurvey survey) {}

  /** Removes the page furniture of a letter. */
  @SuppressWarnings("ReferenceEquality") // an unchanged text is the same instance
  public static CleanLetter clean(NormalizedLetter letter) {
    LineSurvey survey = LineSurvey.of(letter.text());
    String unmarked = LineMarkFilter.blankOut(letter.text(), survey);
    if (unmarked != letter.text()) {
      survey = LineSurvey.of(unmarked);
    }
    String text = unmarked;
    if (text.indexOf('\f') >= 0) {
      List<PageRanges.Page> pages = PageRanges.of(text);
      if (pages.size() > 1) {
        BlankableText target = new BlankableText(text);
        EdgeFurnitureFilter.apply(target, pages);
        text = target.text();
      }
    }
    text = withoutInlineFurniture(text, survey);
    return text == letter.text()
        ? new CleanLetter(letter, survey)
        : new CleanLetter(letter.withText(text), LineSurvey.of(text));
  }

  /**
   * Removes the lines that page breaks left within the text. Without page numbers, other lines
   * interrupt a sentence that did not do so before.
   */
  @SuppressWarnings("ReferenceEquality") // an unchanged text is the same instance
  private static String withoutInlineFurniture(String text, LineSurvey survey) {
    String unnumbered = PageFooterFilter.blankOut(InlineFurnitureFilter.blankOut(text), survey);
    return unnumbered == text ? text : InlineFurnitureFilter.blankOut(unnumbered);
  }
}
