package org.openimr.parser.citation.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.openimr.parser.citation.catalogue.Catalogue;
import org.openimr.parser.citation.catalogue.NameIndex;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.parser.citation.text.NormalizedText;
import org.openimr.parser.citation.text.WordSet;

/** Cuts a part of a statement where the name of another source begins. */
public final class SourceSegmenter {
  private static final WordSet JOINTS = WordSet.of("and the also or see on");

  /** What the form puts before sources that it has no name for. */
  private static final String[] OTHERS = {"other", "medical", "treatment"};

  private static final WordSet UNNAMED = WordSet.of("guidelines guideline http https");

  private final Catalogue catalogue;
  private final NormalizedText text;
  private final GuidelineStatement.Part part;
  private final DocumentTitleScanner heads;
  private final List<SourceSegment> segments = new ArrayList<>(2);
  private final IntPredicate within = this::within;
  private SourceSegment open;

  private SourceSegmenter(Catalogue catalogue, NormalizedText text, GuidelineStatement.Part part) {
    this.catalogue = catalogue;
    this.text = text;
    this.part = part;
    this.heads = new DocumentTitleScanner(catalogue, text, part.end());
  }

  /** The stretches of a part, in the order of the text. */
  public static List<SourceSegment> segment(
      Catalogue catalogue, NormalizedText text, GuidelineStatement.Part part) {
    return new SourceSegmenter(catalogue, text, part).segments();
  }

  private List<SourceSegment> segments() {
    if (part.side() == GuidelineStatement.Side.MTUS) {
      open = SourceSegment.mtus(part.start(), part.end());
    }
    int position = part.start();
    while (position < part.end()) {
      position = step(position);
    }
    if (open == null && part.side() != GuidelineStatement.Side.PROSE && part.start() < part.end()) {
      open = leading();
    }
    if (open != null) {
      segments.add(part.side() == GuidelineStatement.Side.PROSE ? sentence(open) : open);
    }
    return segments;
  }

  private int step(int position) {
    int adopted = adopted(position);
    if (adopted > 0) {
      begin(SourceSegment.mtus(position, part.end()));
      return text.nextWord(adopted);
    }
    NameIndex.Match<Guideline> name = source(position);
    if (name != null) {
      int behind = text.nextWord(name.end());
      begin(SourceSegment.of(name.value(), position, behind, part.end()));
      return behind;
    }
    int body = others(position);
    if (body > 0) {
      begin(new SourceSegment(Authority.OTHER, position, body, part.end(), Optional.empty()));
      return body;
    }
    if (schedule(position)) {
      begin(SourceSegment.mtus(position, part.end()));
    }
    return text.nextWord(text.wordEnd(position));
  }

  /** Begins a stretch, unless it goes on with the open one or takes it over. */
  private void begin(SourceSegment next) {
    boolean leads = open == null && next.start() > part.start();
    if (leads && part.side() == GuidelineStatement.Side.OUTSIDE) {
      open = leading();
      if (!apart(next.start())) {
        open = next.withStart(part.start());
        return;
      }
    }
    if (open != null && next.start() == open.bodyStart() && open.bodyStart() > open.start()) {
      boolean nameless = open.source().isEmpty();
      if (nameless || open.source().equals(next.source())) {
        open = next.withStart(open.start());
        return;
      }
    }
    if (open != null) {
      add(open.withEnd(afterLast(next.start())));
    }
    open = next;
  }

  private void add(SourceSegment stretch) {
    if (stretch.start() < stretch.end()) {
      segments.add(part.side() == GuidelineStatement.Side.PROSE ? sentence(stretch) : stretch);
    }
  }

  /** A text without the name of a source that opens with a chapter of ODG cites ODG. */
  private SourceSegment leading() {
    int start = part.start();
    NameIndex.Match<String> chapter = catalogue.odgChapters().findLongest(text, start);
    boolean opens = chapter != null && (text.gap(chapter.end()) & NormalizedText.NAME_END) != 0;
    Optional<Guideline> odg = opens ? catalogue.find("odg") : Optional.empty();
    Authority authority = odg.isPresent() ? Authority.ODG : Authority.OTHER;
    return new SourceSegment(authority, start, start, part.end(), odg);
  }

  /** The name of a source at {@code position} where one may begin; null if there is none. */
  private NameIndex.Match<Guideline> source(int position) {
    boolean schedule = open != null && open.authority() == Authority.MTUS;
    boolean goesOn = open == null || position == open.bodyStart();
    if (!goesOn && text.depth(position) > 0 || schedule && !opensUnit(position)) {
      return null;
    }
    NameIndex.Match<Guideline> name = catalogue.sources().findLongest(text, position, within);
    if (name == null || goesOn && !schedule) {
      return name;
    }
    Authority authority = name.value().authority();
    boolean may =
        schedule ? authority == Authority.ODG : authority != Authority.OTHER || opensUnit(position);
    return may ? name : null;
  }

  /** Behind {@code Other Medical Treatment Guidelines}; -1 if that is not what stands there. */
  private int others(int position) {
    boolean may = part.side() == GuidelineStatement.Side.OUTSIDE && text.depth(position) == 0;
    int behind = may ? text.afterWords(position, OTHERS) : -1;
    while (behind > 0 && behind < part.end() && UNNAMED.matchesAt(text, behind)) {
      behind = text.nextWord(text.wordEnd(behind));
    }
    return behind;
  }

  /** Whether the MTUS is cited at {@code position} although it is not its part. */
  private boolean schedule(int position) {
    if (part.side() == GuidelineStatement.Side.MTUS
            && (open == null || open.authority() == Authority.MTUS)
        || text.depth(position) > 0) {
      return false;
    }
    if (text.isWord(position, "mtus")) {
      return heads.hasDistinctName(text.nextWord(position + 4));
    }
    boolean opens = position == part.start() || opensUnit(position);
    return opens
        && (heads.hasYear(position)
            || part.side() == GuidelineStatement.Side.PROSE && heads.hasDistinctName(position));
  }

  /** Where a chapter of ACOEM ends that prose cites as part of the MTUS; 0 if there is none. */
  private int adopted(int position) {
    boolean may =
        part.side() == GuidelineStatement.Side.PROSE
            && text.depth(position) == 0
            && (position == part.start() || opensUnit(position));
    return may ? heads.adoptedEnd(position) : 0;
  }

  private boolean opensUnit(int position) {
    return (text.gapBefore(position) & NormalizedText.NAME_END) != 0
        || JOINTS.matchesAt(text, text.previousWord(position));
  }

  private boolean apart(int position) {
    return (text.gapBefore(position) & (NormalizedText.STOP | NormalizedText.SEMICOLON)) != 0;
  }

  /** Where the last word ends that stands before {@code position} and does not only join. */
  private int afterLast(int position) {
    int end = position - 1;
    int word = text.previousWord(position);
    while (word > part.start() && (text.isWord(word, "and") || text.isWord(word, "the"))) {
      end = word - 1;
      word = text.previousWord(word);
    }
    return end;
  }

  /** In prose a citation ends with its sentence. */
  private SourceSegment sentence(SourceSegment stretch) {
    for (int end = text.wordEnd(stretch.start()); end < stretch.end(); ) {
      int next = text.nextWord(end);
      boolean closed = (text.gap(end) & NormalizedText.STOP) != 0 && text.isCapitalized(next);
      if (closed || stretch.authority() != Authority.MTUS && text.isWord(next, "which")) {
        return stretch.withEnd(end);
      }
      end = text.wordEnd(next);
    }
    return stretch;
  }

  private boolean within(int end) {
    return end <= part.end();
  }
}
