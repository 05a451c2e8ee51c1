package org.openimr.parser.citation.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.parser.citation.catalogue.Catalogue;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.parser.citation.scan.OdgChapterScanner.Chapter;
import org.openimr.parser.citation.text.NormalizedText;
import org.openimr.parser.letter.text.TextFolding;

/** Scanner for citations of ODG: one citation per chapter, with the topics printed for it. */
final class OdgCitationScanner implements CitationScanner {
  private static final int LIST_SEPARATORS =
      NormalizedText.COMMA | NormalizedText.SEMICOLON | NormalizedText.FULL_STOP;

  private final Catalogue catalogue;
  private final NormalizedText text;
  private final SourceSegment segment;
  private final TopicListScanner topics;

  OdgCitationScanner(Catalogue catalogue, NormalizedText text, SourceSegment segment) {
    this.catalogue = catalogue;
    this.text = text;
    this.segment = segment;
    this.topics = new TopicListScanner(catalogue, text);
  }

  @Override
  public List<CitationDraft> scan() {
    List<Chapter> chapters = new OdgChapterScanner(catalogue, text, segment).scan();
    if (chapters.isEmpty()) {
      return List.of(wholeSource());
    }
    List<CitationDraft> drafts = new ArrayList<>(chapters.size());
    int from = segment.start();
    for (int i = 0; i < chapters.size(); i++) {
      boolean last = i + 1 == chapters.size();
      int end = chapters.get(i).end();
      int next = last ? segment.end() : start(chapters.get(i + 1), end);
      drafts.add(chapter(chapters.get(i), from, last ? segment.end() : endBefore(next, end)));
      from = next;
    }
    return drafts;
  }

  /** Start of the citation of a chapter: of the topic in {@code Physical therapy/Elbow}. */
  private int start(Chapter chapter, int min) {
    int at = chapter.start();
    if ((text.gapBefore(at) & NormalizedText.SLASH) == 0) {
      return at;
    }
    while (at > min && (text.gapBefore(at) & LIST_SEPARATORS) == 0) {
      at = text.previousWord(at);
    }
    return at > min ? at : chapter.start();
  }

  private CitationDraft wholeSource() {
    CitationDraft draft = new CitationDraft(Authority.ODG, segment.start(), segment.end());
    draft.source = segment.source().map(Guideline::id);
    draft.exact = true;
    draft.edition = EditionScanner.scan(text, segment.bodyStart(), segment.end());
    topics.scan(draft, segment.bodyStart(), segment.end());
    return draft;
  }

  private CitationDraft chapter(Chapter chapter, int from, int to) {
    CitationDraft draft = new CitationDraft(Authority.ODG, from, to);
    draft.document = Optional.of(chapter.title());
    draft.exact =
        TextFolding.fold(text.printed(chapter.start(), chapter.end())).equals(chapter.title());
    int body = Math.max(from, Math.min(segment.bodyStart(), chapter.start()));
    draft.edition = EditionScanner.scan(text, body, to);
    topics.scan(draft, body, chapter.start() - 1);
    topics.scan(draft, text.nextWord(chapter.end()), to);
    return draft;
  }

  /** End of the last word before {@code next} that is not an {@code and}. */
  private int endBefore(int next, int min) {
    int word = text.previousWord(next);
    int end = text.isWord(word, "and") ? word - 1 : next - 1;
    return Math.max(end, min);
  }
}
