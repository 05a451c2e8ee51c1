package org.openimr.parser.citation.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.openimr.parser.citation.catalogue.Catalogue;
import org.openimr.parser.citation.catalogue.NameIndex.NameMatch;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.parser.citation.reference.ReferenceMarks;
import org.openimr.parser.citation.text.NormalizedText;
import org.openimr.parser.citation.text.WordSet;

/** Splits a part of a statement into segments where the name of another source starts. */
public final class SourceSegmenter {
  private static final WordSet CONNECTORS = WordSet.of("and the also or see on");

  /** The words of the form before sources that it does not list. */
  private static final String[] UNLISTED = {"other", "medical", "treatment"};

  private static final int NOT_SEARCHED = -2;

  private static final WordSet AFTER_UNLISTED = WordSet.of("guidelines guideline http https");

  private final Catalogue catalogue;
  private final NormalizedText text;
  private final GuidelineStatement.Part part;
  private final DocumentTitleScanner titles;
  private final List<SourceSegment> segments = new ArrayList<>(2);
  private final IntPredicate within = this::within;
  private Optional<SourceSegment> open = Optional.empty();
  private int lastVolume = NOT_SEARCHED;

  private SourceSegmenter(Catalogue catalogue, NormalizedText text, GuidelineStatement.Part part) {
    this.catalogue = catalogue;
    this.text = text;
    this.part = part;
    this.titles = new DocumentTitleScanner(catalogue, text, part.end());
  }

  /** The segments of a part in the order of the text. */
  public static List<SourceSegment> segment(
      Catalogue catalogue, NormalizedText text, GuidelineStatement.Part part) {
    return new SourceSegmenter(catalogue, text, part).segments();
  }

  private List<SourceSegment> segments() {
    if (part.side() == GuidelineStatement.Side.MTUS) {
      open = Optional.of(SourceSegment.mtus(part.start(), part.end()));
    }
    int position = part.start();
    while (position < part.end()) {
      position = step(position);
    }
    if (open.isEmpty() && !isProse() && part.start() < part.end()) {
      open = Optional.of(leading());
    }
    if (open.isPresent()) {
      segments.add(isProse() ? firstSentence(open.get()) : open.get());
    }
    return isProse() ? segments : SourceSegment.joinOther(segments);
  }

  private int step(int position) {
    int adoptedEnd = adoptedEnd(position);
    if (adoptedEnd > 0) {
      start(SourceSegment.mtus(position, part.end()));
      return text.nextWord(adoptedEnd);
    }
    Optional<NameMatch<Guideline>> name = source(position);
    if (name.isPresent()) {
      int next = text.nextWord(name.get().end());
      start(SourceSegment.of(name.get().value(), position, next, part.end()));
      return next;
    }
    int body = afterUnlistedSource(position);
    if (body > 0) {
      start(new SourceSegment(Authority.OTHER, position, body, part.end(), Optional.empty()));
      return body;
    }
    if (startsArticle(position)) {
      start(new SourceSegment(Authority.OTHER, position, position, part.end(), Optional.empty()));
      return text.nextWord(text.wordEnd(position));
    }
    if (citesSchedule(position)) {
      start(SourceSegment.mtus(position, part.end()));
    }
    return text.nextWord(text.wordEnd(position));
  }

  /** Starts a segment, or extends it to the start of the open segment if both cite one source. */
  private void start(SourceSegment next) {
    boolean hasTextBefore = open.isEmpty() && next.start() > part.start();
    if (hasTextBefore && part.side() == GuidelineStatement.Side.OUTSIDE) {
      if (!isSeparated(next.start())) {
        open = Optional.of(next.withStart(part.start()));
        return;
      }
      open = Optional.of(leading());
    }
    if (open.isPresent() && continues(open.get(), next)) {
      open = Optional.of(next.withStart(open.get().start()));
      return;
    }
    if (open.isPresent()) {
      add(open.get().withEnd(endBefore(next.start())));
    }
    open = Optional.of(next);
  }

  /**
   * Whether the name of the next segment directly follows a name of the same or an unlisted source.
   */
  private static boolean continues(SourceSegment open, SourceSegment next) {
    return next.start() == open.bodyStart()
        && open.bodyStart() > open.start()
        && (open.source().isEmpty() || open.source().equals(next.source()));
  }

  private void add(SourceSegment segment) {
    if (segment.start() < segment.end()) {
      segments.add(isProse() ? firstSentence(segment) : segment);
    }
  }

  /** The segment of text without the name of a source: ODG if it starts with a chapter of ODG. */
  private SourceSegment leading() {
    int start = part.start();
    Optional<Guideline> odg =
        catalogue
            .odgChapters()
            .findLongest(text, start)
            .filter(chapter -> (text.gap(chapter.end()) & NormalizedText.NAME_END) != 0)
            .flatMap(chapter -> catalogue.find("odg"));
    Authority authority = odg.isPresent() ? Authority.ODG : Authority.OTHER;
    return new SourceSegment(authority, start, start, part.end(), odg);
  }

  /** The name of a source at a position where a segment can start. */
  private Optional<NameMatch<Guideline>> source(int position) {
    boolean inMtus = open.filter(segment -> segment.authority() == Authority.MTUS).isPresent();
    boolean atBodyStart = open.isEmpty() || position == open.get().bodyStart();
    if (!atBodyStart && text.depth(position) > 0 || inMtus && !startsUnit(position)) {
      return Optional.empty();
    }
    Optional<NameMatch<Guideline>> name = catalogue.sources().findLongest(text, position, within);
    boolean starts =
        atBodyStart && !inMtus
            || name.isPresent() && startsSegment(name.get().value().authority(), position, inMtus);
    return starts ? name : Optional.empty();
  }

  /** Inside the MTUS part only ODG starts a segment; {@code other} sources need a separator. */
  private boolean startsSegment(Authority authority, int position, boolean inMtus) {
    return inMtus
        ? authority == Authority.ODG
        : authority != Authority.OTHER || startsUnit(position);
  }

  /** Position after {@code Other Medical Treatment Guidelines}; -1 if this is not at a position. */
  private int afterUnlistedSource(int position) {
    boolean possible = part.side() == GuidelineStatement.Side.OUTSIDE && text.depth(position) == 0;
    int next = possible ? text.afterWords(position, UNLISTED) : -1;
    while (next > 0 && next < part.end() && AFTER_UNLISTED.matchesAt(text, next)) {
      next = text.nextWord(text.wordEnd(next));
    }
    return next;
  }

  /** Whether a citation of the MTUS starts at a position outside of an MTUS segment. */
  private boolean citesSchedule(int position) {
    if (part.side() == GuidelineStatement.Side.MTUS
            && open.filter(segment -> segment.authority() != Authority.MTUS).isEmpty()
        || text.depth(position) > 0) {
      return false;
    }
    if (text.isWord(position, "mtus")) {
      return titles.isNamedAfterSchedule(position)
          || titles.hasDistinctName(text.nextWord(position + 4));
    }
    boolean startsUnit = position == part.start() || startsUnit(position);
    return startsUnit
        && (titles.hasYear(position) || isProse() && titles.hasDistinctName(position));
  }

  /** Position just past a chapter of ACOEM that prose cites as part of the MTUS, else 0. */
  private int adoptedEnd(int position) {
    boolean possible =
        isProse()
            && text.depth(position) == 0
            && (position == part.start() || startsUnit(position));
    return possible ? titles.adoptedEnd(position) : 0;
  }

  private boolean startsUnit(int position) {
    return (text.gapBefore(position) & NormalizedText.NAME_END) != 0
        || CONNECTORS.matchesAt(text, text.previousWord(position));
  }

  /** Whether a reference to an article starts at a position after the citation of a guideline. */
  private boolean startsArticle(int position) {
    return part.side() == GuidelineStatement.Side.OUTSIDE
        && open.filter(segment -> segment.authority() != Authority.OTHER).isPresent()
        && (isSeparated(position) || text.isWord(text.previousWord(position), "and"))
        && position < lastVolume()
        && ReferenceMarks.startsArticle(text, position, part.end());
  }

  private int lastVolume() {
    if (lastVolume == NOT_SEARCHED) {
      lastVolume = ReferenceMarks.lastVolume(text, part.start(), part.end());
    }
    return lastVolume;
  }

  private boolean isSeparated(int position) {
    return (text.gapBefore(position) & (NormalizedText.FULL_STOP | NormalizedText.SEMICOLON)) != 0;
  }

  /** End of the last word before a position, without words that only join. */
  private int endBefore(int position) {
    int end = position - 1;
    int word = text.previousWord(position);
    while (word > part.start() && (text.isWord(word, "and") || text.isWord(word, "the"))) {
      end = word - 1;
      word = text.previousWord(word);
    }
    return end;
  }

  /** The segment up to the end of its first sentence; in prose, a citation ends there. */
  private SourceSegment firstSentence(SourceSegment segment) {
    for (int end = text.wordEnd(segment.start()); end < segment.end(); ) {
      int next = text.nextWord(end);
      boolean sentenceEnds =
          (text.gap(end) & NormalizedText.FULL_STOP) != 0 && text.isCapitalized(next);
      if (sentenceEnds || segment.authority() != Authority.MTUS && text.isWord(next, "which")) {
        return segment.withEnd(end);
      }
      end = text.wordEnd(next);
    }
    return segment;
  }

  private boolean isProse() {
    return part.side() == GuidelineStatement.Side.PROSE;
  }

  private boolean within(int end) {
    return end <= part.end();
  }
}
