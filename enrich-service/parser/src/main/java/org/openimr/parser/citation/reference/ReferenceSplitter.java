package org.openimr.parser.citation.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openimr.parser.citation.catalogue.Catalogue;
import org.openimr.parser.citation.catalogue.NameIndex.NameMatch;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.parser.citation.text.NormalizedText;
import org.openimr.parser.citation.text.WordSet;

/**
 * Splits the text outside guidelines into references. A reference ends after its URL and date of
 * access, and where another one starts: with authors, a number of a list, or the name of a source.
 * One pass from left to right.
 */
public final class ReferenceSplitter {
  /** Words that go on with a reference after a full stop or URL. */
  private static final WordSet CONTINUATION =
      WordSet.of(
          "doi pmid pmcid pubmed epub available accessed retrieved viewed read cited from on at"
              + " last updated update reviewed published review p pp page pages isbn in no vol http"
              + " https section sections chapter table accessible version copyright date index");

  private static final WordSet ACCESS = WordSet.of("accessed retrieved viewed read cited");
  private static final WordSet JOINING = WordSet.of("and the");
  private static final WordSet EDITION = WordSet.of("ed edition pages pp");
  private static final WordSet IDENTIFIER = WordSet.of("doi pmid pmcid");
  private static final String[] UNLISTED = {"other", "medical", "treatment"};
  private static final int SENTENCE = NormalizedText.FULL_STOP | NormalizedText.SEMICOLON;

  private final Catalogue catalogue;
  private final NormalizedText text;
  private final String printed;
  private final int end;
  private final List<PrintedReference> references = new ArrayList<>(2);
  private ReferenceState state;
  private int listed = 1;

  private ReferenceSplitter(
      Catalogue catalogue, NormalizedText text, String printed, int start, int end) {
    this.catalogue = catalogue;
    this.text = text;
    this.printed = printed;
    this.end = end;
    this.state = new ReferenceState(start);
  }

  /**
   * Splits a range of a statement.
   *
   * @param printed the statement
   * @param start position of the first word of the range
   * @param end position just past its last word
   */
  public static List<PrintedReference> split(
      Catalogue catalogue, NormalizedText text, String printed, int start, int end) {
    return new ReferenceSplitter(catalogue, text, printed, start, end).split();
  }

  private List<PrintedReference> split() {
    int position = state.start;
    while (position < end) {
      Optional<ReferenceUrl> url = url(position);
      Optional<NameMatch<Guideline>> name =
          catalogue.sources().findLongest(text, position, last -> last <= end);
      if (position > state.start && startsReference(position, url.isPresent(), name)) {
        add(position);
        state = new ReferenceState(position);
      }
      position = accept(position, url, name);
    }
    if (state.start < end) {
      add(end + 1);
    }
    return references;
  }

  private Optional<ReferenceUrl> url(int position) {
    int offset = text.offset(position);
    boolean starts = offset == 0 || " \n\t(<[,;:".indexOf(printed.charAt(offset - 1)) >= 0;
    return starts ? ReferenceUrl.at(printed, offset, printed.length()) : Optional.empty();
  }

  /** Accepts what is at a position as a part of the reference; returns the next position. */
  private int accept(
      int position, Optional<ReferenceUrl> url, Optional<NameMatch<Guideline>> name) {
    if (url.isPresent()) {
      return acceptUrl(position, url.get());
    }
    if (name.isPresent()) {
      int next = text.nextWord(name.get().end());
      state.addName(name.get(), position, next);
      return next;
    }
    int wordEnd = text.wordEnd(position);
    state.accessed |= ACCESS.matchesAt(text, position);
    state.identifier |= IDENTIFIER.matchesAt(text, position) || isEdition(position);
    state.year |= !state.accessed && ReferenceMarks.isYear(text, position);
    state.volume |= ReferenceMarks.isVolume(text, position);
    state.accessDate = state.accessed && ReferenceMarks.isDate(text, position);
    listed += isListNumber(position) ? 1 : 0;
    return text.nextWord(wordEnd);
  }

  private int acceptUrl(int position, ReferenceUrl url) {
    int next = position;
    while (next < end && text.offset(next) < url.end()) {
      Optional<NameMatch<Guideline>> name =
          catalogue.sources().findLongest(text, next, last -> last <= end);
      if (name.isPresent() && state.inUrl == null) {
        state.inUrl = name.get();
        if (position == state.start) {
          state.leading = next == position ? name.get() : state.leading;
        }
      }
      next = text.nextWord(text.wordEnd(next));
    }
    state.url = true;
    state.afterUrl = next;
    return Math.max(next, text.nextWord(text.wordEnd(position)));
  }

  private boolean startsReference(int position, boolean url, Optional<NameMatch<Guideline>> name) {
    if (text.afterWords(position, UNLISTED) > 0 && text.depth(position) == 0) {
      return true;
    }
    if (isListNumber(position)) {
      return listed > 1 || state.isComplete();
    }
    if (url) {
      return state.url && !isPartOfIdentifier(position);
    }
    if (CONTINUATION.matchesAt(text, position) || text.depth(position) > 0) {
      return false;
    }
    return name.isPresent() ? startsWithSource(position, name.get()) : startsWithText(position);
  }

  private boolean isPartOfIdentifier(int position) {
    return IDENTIFIER.matchesAt(text, text.previousWord(position));
  }

  /** Whether the name of a source at a position starts another reference. */
  private boolean startsWithSource(int position, NameMatch<Guideline> name) {
    boolean strong = endsSentence(position) || isJoined(position);
    boolean separated = strong || (text.gapBefore(position) & NormalizedText.COMMA) != 0;
    int next = text.nextWord(name.end());
    boolean named = state.leading != null && position > state.afterName;
    boolean other = state.leading != null && !state.leading.value().equals(name.value());
    if (!separated || next < end && IDENTIFIER.matchesAt(text, next)) {
      return false;
    }
    boolean repeated = named && next < end;
    return other && position == state.afterName
        || state.isComplete() && !(state.volume && !strong)
        || repeated && (strong || !other)
        || other && named;
  }

  private boolean startsWithText(int position) {
    if (!text.isCapitalized(position) || text.startsWithDigit(position)) {
      return false;
    }
    boolean sentence = endsSentence(position) || isJoined(position);
    boolean separated = sentence || (text.gapBefore(position) & NormalizedText.COMMA) != 0;
    if (state.afterUrl == position || state.accessDate && separated) {
      return true;
    }
    if (!sentence || !state.isComplete()) {
      return false;
    }
    boolean semicolon = (text.gapBefore(position) & NormalizedText.SEMICOLON) != 0;
    return state.volume
        || semicolon
        || state.url
        || ReferenceMarks.startsWithAuthors(text, position);
  }

  private boolean endsSentence(int position) {
    return (text.gapBefore(position) & SENTENCE) != 0;
  }

  private boolean isJoined(int position) {
    int word = text.previousWord(position);
    boolean article = text.isWord(word, "the");
    return text.isWord(article ? text.previousWord(word) : word, "and");
  }

  /** Whether the number of the next item of a list is at a position: {@code 2. Smith J.}. */
  private boolean isListNumber(int position) {
    int after = text.offset(position) + text.wordEnd(position) - position;
    boolean marked =
        text.numberAt(position) == listed
            && after + 1 < printed.length()
            && ".)]".indexOf(printed.charAt(after)) >= 0
            && printed.charAt(after + 1) == ' ';
    int previous = text.gapBefore(position);
    boolean first = position == state.start && listed == 1;
    return marked && (first || listed > 1 && (previous & ~NormalizedText.BLANK) != 0);
  }

  private boolean isEdition(int position) {
    return text.depth(position) == 0 && EDITION.matchesAt(text, position);
  }

  /** Adds the reference before a position. */
  private void add(int next) {
    int last = next - 1;
    int word = text.previousWord(next);
    while (next <= end && word > state.start && JOINING.matchesAt(text, word)) {
      last = word - 1;
      word = text.previousWord(word);
    }
    int from = text.offset(state.start);
    int to = next > end ? text.textEnd(state.start, last) : text.offset(last + 1);
    NameMatch<Guideline> source = state.source();
    String reference = printed.substring(from, Math.max(from, to)).strip();
    references.add(
        new PrintedReference(
            state.start,
            bodyStart(state.leading),
            last,
            Optional.ofNullable(source).map(NameMatch::value),
            ReferenceParser.parse(reference, printedName(source, from, reference))));
  }

  private int bodyStart(@Nullable NameMatch<Guideline> leading) {
    return leading == null ? state.start : Math.min(end, text.nextWord(leading.end()));
  }

  /** The name of the source as printed, from the start of the reference if it starts it. */
  private Optional<String> printedName(
      @Nullable NameMatch<Guideline> source, int from, String reference) {
    if (source == null) {
      return Optional.empty();
    }
    if (source.equals(state.leading) && !source.equals(state.inUrl)) {
      int length = text.textEnd(state.start, source.end()) - from;
      return Optional.of(reference.substring(0, Math.min(length, reference.length())));
    }
    return Optional.of(source.value().title());
  }
}
