package org.openimr.parser.citation.scan;

import org.openimr.parser.citation.catalogue.Catalogue;
import org.openimr.parser.citation.text.NormalizedText;
import org.openimr.parser.citation.text.WordSet;

/** Scanner for the topics and pages that are printed after the name of a chapter or source. */
final class TopicListScanner {
  /** Maximum characters of a topic's name; longer text is quoted from the guideline. */
  private static final int MAX_TOPIC_LENGTH = 110;

  private static final int MAX_TOPICS = 64;

  private static final WordSet CONNECTORS = WordSet.of("of the for in and");

  private final Catalogue catalogue;
  private final NormalizedText text;

  TopicListScanner(Catalogue catalogue, NormalizedText text) {
    this.catalogue = catalogue;
    this.text = text;
  }

  /** Adds the topics and pages between two positions to a draft. */
  void scan(CitationDraft draft, int from, int to) {
    DocumentTitleScanner titles = new DocumentTitleScanner(catalogue, text, to);
    GuidelineSectionScanner sections = new GuidelineSectionScanner(catalogue, text, titles, to);
    int position = from;
    while (position < to) {
      position = scanTopic(draft, sections, position, to);
    }
  }

  /** Scans what is at a position; returns the next position, or {@code to} before prose. */
  private int scanTopic(
      CitationDraft draft, GuidelineSectionScanner sections, int position, int to) {
    int pages = LocatorScanner.pages(text, position);
    if (pages >= 0) {
      return text.nextWord(LocatorScanner.pages(text, pages, to, draft.pages));
    }
    int noise = OdgStopWords.afterLabel(text, position, to);
    if (noise > 0) {
      return noise;
    }
    if (OdgStopWords.containsInParenthesis(text, position)) {
      return afterParenthesis(position, to);
    }
    boolean numbered = isChapterNumber(position);
    if (!numbered && OdgStopWords.contains(text, position)) {
      return text.nextWord(text.wordEnd(position));
    }
    int end = endBeforeNoise(position, sections.exactEnd(position));
    if (draft.sections.size() >= MAX_TOPICS
        || end - position > MAX_TOPIC_LENGTH
        || containsProse(position, end)) {
      draft.unread = true;
      return to;
    }
    draft.sections.add(text.printed(position, lastWordEnd(position, end)));
    return text.nextWord(end);
  }

  /** End of a topic before the parenthesis with the date of its last review, if it has one. */
  private int endBeforeNoise(int position, int end) {
    for (int at = text.wordEnd(position); at < end; at = text.wordEnd(text.nextWord(at))) {
      boolean opened = (text.gap(at) & NormalizedText.OPEN) != 0;
      if (opened && OdgStopWords.afterLabel(text, text.nextWord(at), end) > 0) {
        return at;
      }
    }
    return end;
  }

  /** Whether {@code Chapter 17} is at a position. */
  private boolean isChapterNumber(int position) {
    return text.isWord(position, "chapter")
        && text.numberAt(text.nextWord(text.wordEnd(position))) > 0;
  }

  private int afterParenthesis(int position, int to) {
    int outside = text.depth(position) - 1;
    int end = text.wordEnd(position);
    while (end < to && text.depth(end) > outside) {
      end = text.wordEnd(text.nextWord(end));
    }
    return text.nextWord(end);
  }

  private boolean containsProse(int from, int end) {
    for (int at = from; at < end; at = text.nextWord(text.wordEnd(at))) {
      if (OdgChapterScanner.isProse(text, at)) {
        return true;
      }
    }
    return false;
  }

  /** Leaves out connectors at the end: in {@code CT of the shoulder} the topic is {@code CT}. */
  private int lastWordEnd(int from, int end) {
    int last = end;
    int word = text.previousWord(last + 1);
    while (word > from && CONNECTORS.matchesAt(text, word)) {
      last = word - 1;
      word = text.previousWord(word);
    }
    return last;
  }
}
