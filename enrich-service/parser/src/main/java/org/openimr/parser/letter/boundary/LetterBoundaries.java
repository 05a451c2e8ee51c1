package org.openimr.parser.letter.boundary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openimr.parser.letter.model.ParseWarning;
import org.openimr.parser.letter.page.BlankableText;
import org.openimr.parser.letter.page.PageCleaner;
import org.openimr.parser.letter.page.PageSequence;
import org.openimr.parser.letter.page.RepeatedPassages;
import org.openimr.parser.letter.text.LineSurvey;
import org.openimr.parser.letter.text.NormalizedLetter;
import org.openimr.parser.letter.text.Whitespace;

/** Finds the letters of a document. */
public final class LetterBoundaries {
  private LetterBoundaries() {}

  /** What a document contains. */
  public sealed interface Contents {}

  /**
   * One letter, or a text without the headings of a letter.
   *
   * @param letter the text without page furniture and repeated pages
   * @param warnings pages that are missing or were left out
   */
  public record OneLetter(NormalizedLetter letter, List<ParseWarning> warnings)
      implements Contents {}

  /** One letter whose pages are not in the order of their printed numbers. */
  public record Disordered() implements Contents {}

  /**
   * Several complete letters.
   *
   * @param letters at least two ranges, which together are the whole document
   */
  public record SeveralLetters(List<Range> letters) implements Contents {}

  /**
   * Pages of several letters that cannot be separated with certainty.
   *
   * @param letter number of the first letter that is not complete, from 1
   * @param offset offset of that letter into the document
   */
  public record Inseparable(int letter, int offset) implements Contents {}

  /**
   * A range of the document as received.
   *
   * @param start offset of the first character
   * @param end offset just past the last character
   */
  public record Range(int start, int end) {}

  /** Finds the letters of a document as received. */
  public static Contents find(String document) {
    NormalizedLetter received = NormalizedLetter.of(document);
    PageCleaner.CleanLetter clean = PageCleaner.clean(received);
    NormalizedLetter letter = clean.letter();
    List<LetterHeading> headings =
        LetterHeading.findAll(letter.text(), clean.survey().headingStarts());
    Repeated repeated = repeatedPassages(letter.text(), headings);
    if (!repeated.pages().isEmpty()) {
      letter = withoutPages(letter, repeated.pages());
      headings = LetterHeading.findAll(letter.text(), LineSurvey.of(letter.text()).headingStarts());
    }
    return find(received, letter, headings, repeated);
  }

  private static Contents find(
      NormalizedLetter received,
      NormalizedLetter letter,
      List<LetterHeading> headings,
      Repeated repeated) {
    if (isOneLetter(headings) && !mayRepeatPages(letter.text())) {
      return oneLetter(received, letter, repeated);
    }
    LetterLocator.Located located = LetterLocator.locate(letter.text(), headings);
    List<LetterRange> letters = located.letters();
    if (letters.size() == 1) {
      return oneLetter(received, letter, repeated.and(letters.getFirst().repeatedPages()));
    }
    if (!located.incomplete().isEmpty()) {
      int first = located.incomplete().getFirst();
      return new Inseparable(first, letter.sourceOffset(letters.get(first - 1).start()));
    }
    return severalLetters(received, letter.text(), letters);
  }

  private static SeveralLetters severalLetters(
      NormalizedLetter received, String clean, List<LetterRange> letters) {
    List<Range> ranges = new ArrayList<>(letters.size());
    int start = letters.getFirst().start();
    for (int k = 0; k < letters.size(); k++) {
      int end =
          k + 1 < letters.size()
              ? WidestGap.before(received.text(), clean, letters.get(k + 1).start())
              : letters.get(k).end();
      ranges.add(new Range(received.sourceOffset(start), received.sourceOffset(end)));
      start = end;
    }
    return new SeveralLetters(ranges);
  }

  /**
   * Text that is there twice.
   *
   * @param pages the pages to leave out
   * @param isDoubtful whether other passages may be a page or sections that are the same
   */
  private record Repeated(List<PageUnit> pages, boolean isDoubtful) {
    private Repeated and(List<PageUnit> others) {
      List<PageUnit> all = new ArrayList<>(pages);
      all.addAll(others);
      return new Repeated(all, isDoubtful);
    }
  }

  /** Finds the pages that are there twice, if the page breaks were lost. */
  private static Repeated repeatedPassages(String text, List<LetterHeading> headings) {
    List<PageUnit> pages = new ArrayList<>(0);
    boolean doubtful = false;
    List<RepeatedPassages.Passage> passages =
        text.indexOf('\f') >= 0 ? List.of() : RepeatedPassages.find(text);
    for (RepeatedPassages.Passage passage : passages) {
      PageUnit page = PageUnit.of(text, passage.start(), passage.end(), headings);
      boolean letter = page.hasAllHeadings() && !page.isContinued(text, headings);
      boolean certain = passage.isPage() || page.opening() >= 0;
      if (certain && !letter) {
        pages.add(page);
      }
      doubtful |= !certain && !letter;
    }
    return new Repeated(pages, doubtful);
  }

  private static boolean isOneLetter(List<LetterHeading> headings) {
    long items = headings.stream().filter(LetterHeading::opensItems).count();
    return items <= 1 && headings.size() - items <= 1;
  }

  /** Returns whether two pages start with the same line. */
  private static boolean mayRepeatPages(String text) {
    int pageBreak = text.indexOf('\f');
    if (pageBreak < 0 || text.indexOf('\f', pageBreak + 1) < 0) {
      return false;
    }
    Set<String> firstLines = new HashSet<>();
    int start = 0;
    while (start < text.length()) {
      int first = Whitespace.skipForward(text, start, text.length());
      int newline = text.indexOf('\n', first);
      String line = text.substring(first, newline < 0 ? text.length() : newline);
      if (!line.isEmpty() && !firstLines.add(line)) {
        return true;
      }
      pageBreak = text.indexOf('\f', first);
      start = pageBreak < 0 ? text.length() : pageBreak + 1;
    }
    return false;
  }

  @SuppressWarnings("ReferenceEquality") // an unchanged letter is the same instance
  private static Contents oneLetter(
      NormalizedLetter received, NormalizedLetter letter, Repeated repeated) {
    List<ParseWarning> warnings = new ArrayList<>(0);
    if (!repeated.pages().isEmpty()) {
      warnings.add(
          pageWarning(
              ParseWarning.Code.PAGES_REPEATED,
              repeated.pages().size() + " pages are there twice and were left out once"));
    }
    if (repeated.isDoubtful()) {
      warnings.add(
          pageWarning(ParseWarning.Code.PAGES_REPEATED, "a passage is there twice in succession"));
    }
    // page numbers are furniture: a letter that is unchanged has none
    if (received != letter) {
      PageSequence pages = PageSequence.of(received.text(), letter.text());
      if (!pages.isAscending() && repeated.pages().isEmpty()) {
        return new Disordered();
      }
      if (!pages.missing().isEmpty()) {
        warnings.add(
            pageWarning(
                ParseWarning.Code.PAGES_MISSING,
                "pages " + pages.missing() + " by their printed numbers are not there"));
      }
    }
    return new OneLetter(withoutPages(letter, repeated.pages()), List.copyOf(warnings));
  }

  private static ParseWarning pageWarning(ParseWarning.Code code, String message) {
    return new ParseWarning(code, "pages", message);
  }

  private static NormalizedLetter withoutPages(NormalizedLetter letter, List<PageUnit> pages) {
    if (pages.isEmpty()) {
      return letter;
    }
    BlankableText text = new BlankableText(letter.text());
    pages.forEach(page -> text.blankAll(page.start(), page.end()));
    return letter.withText(text.text());
  }
}
