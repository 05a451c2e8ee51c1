package org.openimr.parser.citation.scan;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.openimr.parser.citation.catalogue.Catalogue;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.parser.citation.text.NormalizedText;
import org.openimr.parser.citation.text.WordSet;
import org.openimr.parser.letter.model.SourceMappedText;

/** Reads a citation of ODG: one mention a chapter, with the topics printed for it. */
public final class OdgCitationScanner {
  /** What is longer is a guideline's text, and no name of a topic. */
  private static final int MAX_TOPIC_LENGTH = 110;

  private static final int MAX_TOPICS = 64;

  private static final WordSet JOINTS = WordSet.of("of the for in and");

  private final Catalogue catalogue;
  private final NormalizedText text;
  private final SourceMappedText passage;
  private final SourceSegment stretch;

  public OdgCitationScanner(
      Catalogue catalogue, NormalizedText text, SourceMappedText passage, SourceSegment stretch) {
    this.catalogue = catalogue;
    this.text = text;
    this.passage = passage;
    this.stretch = stretch;
  }

  public void scan(Consumer<CitationCandidate> mentions) {
    List<OdgChapterScanner.Chapter> chapters =
        new OdgChapterScanner(catalogue, text, stretch).scan();
    if (chapters.isEmpty()) {
      mentions.accept(whole());
      return;
    }
    for (int i = 0; i < chapters.size(); i++) {
      boolean last = i + 1 == chapters.size();
      int from = i == 0 ? stretch.start() : chapters.get(i).start();
      int to = last ? stretch.end() : endBefore(chapters.get(i + 1).start(), chapters.get(i).end());
      mentions.accept(chapter(chapters.get(i), from, to));
    }
  }

  private CitationCandidate whole() {
    CitationCandidate.Draft draft = draft(stretch.start(), stretch.end());
    draft.source = stretch.source().map(Guideline::id);
    draft.exact = true;
    draft.edition = EditionScanner.scan(text, stretch.bodyStart(), stretch.end());
    topics(draft, stretch.bodyStart(), stretch.end());
    return draft.build(text, passage);
  }

  private CitationCandidate chapter(OdgChapterScanner.Chapter chapter, int from, int to) {
    CitationCandidate.Draft draft = draft(from, to);
    draft.document = Optional.of(chapter.title());
    draft.exact = text.printed(chapter.start(), chapter.end()).equals(chapter.title());
    int body = Math.max(from, Math.min(stretch.bodyStart(), chapter.start()));
    draft.edition = EditionScanner.scan(text, body, to);
    topics(draft, body, chapter.start() - 1);
    topics(draft, text.nextWord(chapter.end()), to);
    return draft.build(text, passage);
  }

  private CitationCandidate.Draft draft(int from, int to) {
    CitationCandidate.Draft draft = new CitationCandidate.Draft(Authority.ODG, from);
    draft.extendTo(to);
    return draft;
  }

  /** Behind the last word before {@code next} that does not only join. */
  private int endBefore(int next, int least) {
    int word = text.previousWord(next);
    int end = text.isWord(word, "and") ? word - 1 : next - 1;
    return Math.max(end, least);
  }

  private void topics(CitationCandidate.Draft draft, int from, int to) {
    DocumentTitleScanner heads = new DocumentTitleScanner(catalogue, text, to);
    GuidelineSectionScanner sections = new GuidelineSectionScanner(catalogue, text, heads, to);
    int position = from;
    while (position < to) {
      int pages = LocatorScanner.pages(text, position);
      if (pages >= 0) {
        position = text.nextWord(LocatorScanner.pages(text, pages, to, draft.pages));
      } else if (OdgStopWords.containsInParenthesis(text, position)) {
        position = afterParenthesis(position, to);
      } else if (OdgStopWords.contains(text, position)) {
        position = text.nextWord(text.wordEnd(position));
      } else {
        int end = sections.exactEnd(position);
        boolean many = draft.sections.size() >= MAX_TOPICS;
        if (many || end - position > MAX_TOPIC_LENGTH || prose(position, end)) {
          draft.unread = true;
          return;
        }
        draft.sections.add(text.printed(position, lastWordEnd(position, end)));
        position = text.nextWord(end);
      }
    }
  }

  private int afterParenthesis(int position, int to) {
    int outside = text.depth(position) - 1;
    int end = text.wordEnd(position);
    while (end < to && text.depth(end) > outside) {
      end = text.wordEnd(text.nextWord(end));
    }
    return text.nextWord(end);
  }

  private boolean prose(int from, int end) {
    for (int at = from; at < end; at = text.nextWord(text.wordEnd(at))) {
      if (OdgChapterScanner.isProse(text, at)) {
        return true;
      }
    }
    return false;
  }

  /** In {@code CT of the shoulder} the topic is {@code CT}. */
  private int lastWordEnd(int from, int end) {
    int last = end;
    int word = text.previousWord(last + 1);
    while (word > from && JOINTS.matchesAt(text, word)) {
      last = word - 1;
      word = text.previousWord(word);
    }
    return last;
  }
}
