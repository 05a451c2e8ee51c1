package org.openimr.enrich.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.openimr.enrich.citation.Citation.Authority;

/** Cuts a part of a statement where the name of another source begins. */
final class Stretches {
  private static final Words JOINTS = Words.of("and the also or see on");

  /** What the form puts before sources that it has no name for. */
  private static final String[] OTHERS = {"other", "medical", "treatment"};

  private static final Words UNNAMED = Words.of("guidelines guideline http https");

  private final Catalogue catalogue;
  private final Folded text;
  private final Statement.Part part;
  private final HeadScanner heads;
  private final List<Stretch> cut = new ArrayList<>(2);
  private final IntPredicate within = this::within;
  private Stretch open;

  private Stretches(Catalogue catalogue, Folded text, Statement.Part part) {
    this.catalogue = catalogue;
    this.text = text;
    this.part = part;
    this.heads = new HeadScanner(catalogue, text, part.end());
  }

  /** The stretches of a part, in the order of the text. */
  static List<Stretch> of(Catalogue catalogue, Folded text, Statement.Part part) {
    return new Stretches(catalogue, text, part).cut();
  }

  private List<Stretch> cut() {
    if (part.side() == Statement.Side.MTUS) {
      open = Stretch.mtus(part.start(), part.end());
    }
    int position = part.start();
    while (position < part.end()) {
      position = step(position);
    }
    if (open == null && part.side() != Statement.Side.PROSE && part.start() < part.end()) {
      open = leading();
    }
    if (open != null) {
      cut.add(part.side() == Statement.Side.PROSE ? sentence(open) : open);
    }
    return cut;
  }

  private int step(int position) {
    int adopted = adopted(position);
    if (adopted > 0) {
      begin(Stretch.mtus(position, part.end()));
      return text.next(adopted);
    }
    Names.Match<Guideline> name = source(position);
    if (name != null) {
      int behind = text.next(name.end());
      begin(Stretch.of(name.meaning(), position, behind, part.end()));
      return behind;
    }
    int body = others(position);
    if (body > 0) {
      begin(new Stretch(Authority.OTHER, position, body, part.end(), Optional.empty()));
      return body;
    }
    if (schedule(position)) {
      begin(Stretch.mtus(position, part.end()));
    }
    return text.next(text.wordEnd(position));
  }

  /** Begins a stretch, unless it goes on with the open one or takes it over. */
  private void begin(Stretch next) {
    boolean leads = open == null && next.start() > part.start();
    if (leads && part.side() == Statement.Side.OUTSIDE) {
      open = leading();
      if (!apart(next.start())) {
        open = next.from(part.start());
        return;
      }
    }
    if (open != null && next.start() == open.body() && open.body() > open.start()) {
      boolean nameless = open.source().isEmpty();
      if (nameless || open.source().equals(next.source())) {
        open = next.from(open.start());
        return;
      }
    }
    if (open != null) {
      add(open.until(behindLast(next.start())));
    }
    open = next;
  }

  private void add(Stretch stretch) {
    if (stretch.start() < stretch.end()) {
      cut.add(part.side() == Statement.Side.PROSE ? sentence(stretch) : stretch);
    }
  }

  /** A text without the name of a source that opens with a chapter of ODG cites ODG. */
  private Stretch leading() {
    int start = part.start();
    Names.Match<String> chapter = catalogue.odgChapters().longest(text, start);
    boolean opens = chapter != null && (text.gap(chapter.end()) & Folded.END) != 0;
    Optional<Guideline> odg = opens ? catalogue.find("odg") : Optional.empty();
    Authority authority = odg.isPresent() ? Authority.ODG : Authority.OTHER;
    return new Stretch(authority, start, start, part.end(), odg);
  }

  /** The name of a source at {@code position} where one may begin; null if there is none. */
  private Names.Match<Guideline> source(int position) {
    boolean schedule = open != null && open.authority() == Authority.MTUS;
    boolean goesOn = open == null || position == open.body();
    if (!goesOn && text.depth(position) > 0 || schedule && !opensUnit(position)) {
      return null;
    }
    Names.Match<Guideline> name = catalogue.sources().longest(text, position, within);
    if (name == null || goesOn && !schedule) {
      return name;
    }
    Authority authority = name.meaning().authority();
    boolean may =
        schedule ? authority == Authority.ODG : authority != Authority.OTHER || opensUnit(position);
    return may ? name : null;
  }

  /** Behind {@code Other Medical Treatment Guidelines}; -1 if that is not what stands there. */
  private int others(int position) {
    boolean may = part.side() == Statement.Side.OUTSIDE && text.depth(position) == 0;
    int behind = may ? text.behind(position, OTHERS) : -1;
    while (behind > 0 && behind < part.end() && UNNAMED.at(text, behind)) {
      behind = text.next(text.wordEnd(behind));
    }
    return behind;
  }

  /** Whether the MTUS is cited at {@code position} although it is not its part. */
  private boolean schedule(int position) {
    if (part.side() == Statement.Side.MTUS && (open == null || open.authority() == Authority.MTUS)
        || text.depth(position) > 0) {
      return false;
    }
    if (text.word(position, "mtus")) {
      return heads.named(text.next(position + 4));
    }
    boolean opens = position == part.start() || opensUnit(position);
    return opens
        && (heads.dated(position) || part.side() == Statement.Side.PROSE && heads.named(position));
  }

  /** Where a chapter of ACOEM ends that prose cites as part of the MTUS; 0 if there is none. */
  private int adopted(int position) {
    boolean may =
        part.side() == Statement.Side.PROSE
            && text.depth(position) == 0
            && (position == part.start() || opensUnit(position));
    return may ? heads.adoptedEnd(position) : 0;
  }

  private boolean opensUnit(int position) {
    return (text.gapBefore(position) & Folded.END) != 0 || JOINTS.at(text, text.before(position));
  }

  private boolean apart(int position) {
    return (text.gapBefore(position) & (Folded.STOP | Folded.SEMICOLON)) != 0;
  }

  /** Where the last word ends that stands before {@code position} and does not only join. */
  private int behindLast(int position) {
    int end = position - 1;
    int word = text.before(position);
    while (word > part.start() && (text.word(word, "and") || text.word(word, "the"))) {
      end = word - 1;
      word = text.before(word);
    }
    return end;
  }

  /** In prose a citation ends with its sentence. */
  private Stretch sentence(Stretch stretch) {
    for (int end = text.wordEnd(stretch.start()); end < stretch.end(); ) {
      int next = text.next(end);
      boolean closed = (text.gap(end) & Folded.STOP) != 0 && text.capital(next);
      if (closed || stretch.authority() != Authority.MTUS && text.word(next, "which")) {
        return stretch.until(end);
      }
      end = text.wordEnd(next);
    }
    return stretch;
  }

  private boolean within(int end) {
    return end <= part.end();
  }
}
