package org.openimr.parser.citation.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.parser.citation.catalogue.Catalogue;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.parser.citation.scan.OdgChapterScanner.Chapter;
import org.openimr.parser.citation.text.NormalizedText;
import org.openimr.parser.citation.text.WordSet;
import org.openimr.parser.letter.text.TextFolding;

/** Scanner for citations of ODG: one citation per chapter, with the topics printed for it. */
final class OdgCitationScanner implements CitationScanner {
  /** Maximum characters of a topic's name; longer text is quoted from the guideline. */
  private static final int MAX_TOPIC_LENGTH = 110;

  private static final int MAX_TOPICS = 64;

  private static final WordSet CONNECTORS = WordSet.of("of the for in and");

  private final Catalogue catalogue;
  private final NormalizedText text;
  private final SourceSegment segment;

  OdgCitationScanner(Catalogue catalogue, NormalizedText text, SourceSegment segment) {
    this.catalogue = catalogue;
    this.text = text;
    this.segment = segment;
  }

  @Override
  public List<CitationDraft> scan() {
    List<Chapter> chapters = new OdgChapterScanner(catalogue, text, segment).scan();
    if (chapters.isEmpty()) {
      return List.of(wholeSource());
    }
    List<CitationDraft> drafts = new ArrayList<>(chapters.size());
    for (int i = 0; i < chapters.size(); i++) {
      boolean last = i + 1 == chapters.size();
      int from = i == 0 ? segment.start() : chapters.get(i).start();
      int to = last ? segment.end() : endBefore(chapters.get(i + 1).start(), chapters.get(i).end());
      drafts.add(chapter(chapters.get(i), from, to));
    }
    return drafts;
  }

  private CitationDraft wholeSource() {
    CitationDraft draft = new CitationDraft(Authority.ODG, segment.start(), segment.end());
    draft.source = segment.source().map(Guideline::id);
    draft.exact = true;
    draft.edition = EditionScanner.scan(text, segment.bodyStart(), segment.end());
    scanTopics(draft, segment.bodyStart(), segment.end());
    return draft;
  }

  private CitationDraft chapter(Chapter chapter, int from, int to) {
    CitationDraft draft = new CitationDraft(Authority.ODG, from, to);
    draft.document = Optional.of(chapter.title());
    draft.exact =
        TextFolding.fold(text.printed(chapter.start(), chapter.end())).equals(chapter.title());
    int body = Math.max(from, Math.min(segment.bodyStart(), chapter.start()));
    draft.edition = EditionScanner.scan(text, body, to);
    scanTopics(draft, body, chapter.start() - 1);
    scanTopics(draft, text.nextWord(chapter.end()), to);
    return draft;
  }

  /** End of the last word before {@code next} that is not an {@code and}. */
  private int endBefore(int next, int min) {
    int word = text.previousWord(next);
    int end = text.isWord(word, "and") ? word - 1 : next - 1;
    return Math.max(end, min);
  }

  private void scanTopics(CitationDraft draft, int from, int to) {
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
    if (OdgStopWords.containsInParenthesis(text, position)) {
      return afterParenthesis(position, to);
    }
    if (OdgStopWords.contains(text, position)) {
      return text.nextWord(text.wordEnd(position));
    }
    int end = sections.exactEnd(position);
    if (draft.sections.size() >= MAX_TOPICS
        || end - position > MAX_TOPIC_LENGTH
        || containsProse(position, end)) {
      draft.unread = true;
      return to;
    }
    draft.sections.add(text.printed(position, lastWordEnd(position, end)));
    return text.nextWord(end);
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
