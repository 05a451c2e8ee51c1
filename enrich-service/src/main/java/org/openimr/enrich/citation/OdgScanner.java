package org.openimr.enrich.citation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.openimr.enrich.citation.Citation.Authority;
import org.openimr.enrich.letter.Passage;

/** Reads a citation of ODG: one mention a chapter, with the topics printed for it. */
final class OdgScanner {
  /** What is longer is a guideline's text, and no name of a topic. */
  private static final int LONGEST_TOPIC = 110;

  private static final int MOST_TOPICS = 64;

  private static final Words JOINTS = Words.of("of the for in and");

  private final Catalogue catalogue;
  private final Folded text;
  private final Passage passage;
  private final Stretch stretch;

  OdgScanner(Catalogue catalogue, Folded text, Passage passage, Stretch stretch) {
    this.catalogue = catalogue;
    this.text = text;
    this.passage = passage;
    this.stretch = stretch;
  }

  void scan(Consumer<Mention> mentions) {
    List<ChapterScanner.Chapter> chapters = new ChapterScanner(catalogue, text, stretch).scan();
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

  private Mention whole() {
    Mention.Draft draft = draft(stretch.start(), stretch.end());
    draft.source = stretch.source().map(Guideline::id);
    draft.exact = true;
    draft.edition = Edition.of(text, stretch.body(), stretch.end());
    topics(draft, stretch.body(), stretch.end());
    return draft.done(text, passage);
  }

  private Mention chapter(ChapterScanner.Chapter chapter, int from, int to) {
    Mention.Draft draft = draft(from, to);
    draft.document = Optional.of(chapter.title());
    draft.exact = text.printed(chapter.start(), chapter.end()).equals(chapter.title());
    int body = Math.max(from, Math.min(stretch.body(), chapter.start()));
    draft.edition = Edition.of(text, body, to);
    topics(draft, body, chapter.start() - 1);
    topics(draft, text.next(chapter.end()), to);
    return draft.done(text, passage);
  }

  private Mention.Draft draft(int from, int to) {
    Mention.Draft draft = new Mention.Draft(Authority.ODG, from);
    draft.reach(to);
    return draft;
  }

  /** Behind the last word before {@code next} that does not only join. */
  private int endBefore(int next, int least) {
    int word = text.before(next);
    int end = text.word(word, "and") ? word - 1 : next - 1;
    return Math.max(end, least);
  }

  private void topics(Mention.Draft draft, int from, int to) {
    HeadScanner heads = new HeadScanner(catalogue, text, to);
    SectionScanner sections = new SectionScanner(catalogue, text, heads, to);
    int position = from;
    while (position < to) {
      int pages = Printed.pages(text, position);
      if (pages >= 0) {
        position = text.next(Printed.pages(text, pages, to, draft.pages));
      } else if (Furniture.inParenthesis(text, position)) {
        position = behindParenthesis(position, to);
      } else if (Furniture.is(text, position)) {
        position = text.next(text.wordEnd(position));
      } else {
        int end = sections.plainEnd(position);
        boolean many = draft.sections.size() >= MOST_TOPICS;
        if (many || end - position > LONGEST_TOPIC || prose(position, end)) {
          draft.unread = true;
          return;
        }
        draft.sections.add(text.printed(position, lastWordEnd(position, end)));
        position = text.next(end);
      }
    }
  }

  private int behindParenthesis(int position, int to) {
    int outside = text.depth(position) - 1;
    int end = text.wordEnd(position);
    while (end < to && text.depth(end) > outside) {
      end = text.wordEnd(text.next(end));
    }
    return text.next(end);
  }

  private boolean prose(int from, int end) {
    for (int at = from; at < end; at = text.next(text.wordEnd(at))) {
      if (ChapterScanner.prose(text, at)) {
        return true;
      }
    }
    return false;
  }

  /** In {@code CT of the shoulder} the topic is {@code CT}. */
  private int lastWordEnd(int from, int end) {
    int last = end;
    int word = text.before(last + 1);
    while (word > from && JOINTS.at(text, word)) {
      last = word - 1;
      word = text.before(word);
    }
    return last;
  }
}
