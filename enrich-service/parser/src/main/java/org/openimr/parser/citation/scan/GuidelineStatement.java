package org.openimr.parser.citation.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.parser.citation.model.GuidelineBasis.Kind;
import org.openimr.parser.citation.text.NormalizedText;
import org.openimr.parser.citation.text.WordSet;

/**
 * A guideline statement split into the parts that cite the MTUS and the parts that cite other
 * sources.
 *
 * @param parts in the order of the text, in positions of the normalized text
 */
public record GuidelineStatement(Kind kind, List<Part> parts) {

  /**
   * A part of the statement.
   *
   * @param start position of its first word
   * @param end position just past its last word
   */
  public record Part(Side side, int start, int end) {}

  /** What a part cites. */
  enum Side {
    MTUS,
    OUTSIDE,
    /** Not stated, in the sentences of letters before 2014. */
    PROSE
  }

  public static GuidelineStatement parse(NormalizedText text) {
    return new StatementParser(text).parse();
  }

  /** Finds the sentences that start the parts and state the kind (LETTERS.md). */
  private static final class StatementParser {
    private static final String[] DECISION = {"decision", "based", "on"};
    private static final String[] NONE = {"did", "not", "cite"};
    private static final String[] NOT_MTUS = {"did", "not", "base"};
    private static final String[] OUTSIDE_MTUS = {"outside", "of", "the", "mtus"};

    private static final WordSet CITATION = WordSet.of("citation citations");

    private final NormalizedText text;
    private final List<Part> parts = new ArrayList<>(2);
    private Optional<Side> side = Optional.empty();
    private int bodyStart;
    private boolean citesMtus;
    private boolean citesOther;
    private boolean none;
    private boolean outside;

    StatementParser(NormalizedText text) {
      this.text = text;
    }

    GuidelineStatement parse() {
      int position = 1;
      while (position < text.length()) {
        position = step(position);
      }
      endPart(text.length() - 1);
      Kind kind = kind();
      if (parts.isEmpty() && kind != Kind.NONE_CITED && text.length() > 1) {
        parts.add(new Part(Side.PROSE, 1, text.length() - 1));
      }
      return new GuidelineStatement(kind, List.copyOf(parts));
    }

    private int step(int position) {
      char first = text.charAt(position);
      if (first == 'd') {
        int body = text.afterWords(position, DECISION);
        Optional<Side> next = body < 0 ? Optional.empty() : sideAt(body);
        if (next.isPresent()) {
          return startPart(next.get(), position, body);
        }
        none |= side.isEmpty() && text.afterWords(position, NONE) >= 0;
        outside |= side.isEmpty() && text.afterWords(position, NOT_MTUS) >= 0;
      } else if (first == 'n' && isInMtus() && afterNonMtus(position) > 0) {
        return startPart(Side.OUTSIDE, position, position);
      } else if (first == 'o') {
        outside |= side.isEmpty() && text.afterWords(position, OUTSIDE_MTUS) >= 0;
      }
      return text.nextWord(text.wordEnd(position));
    }

    private boolean isInMtus() {
      return side.filter(Side.MTUS::equals).isPresent();
    }

    /** Ends the current part and starts the next one; returns where the text of that starts. */
    private int startPart(Side next, int position, int body) {
      endPart(position - 1);
      side = Optional.of(next);
      bodyStart = bodyStart(body, next);
      return bodyStart;
    }

    private void endPart(int end) {
      if (side.isPresent()) {
        parts.add(new Part(side.get(), bodyStart, Math.max(bodyStart, end)));
        citesMtus |= side.get() == Side.MTUS;
        citesOther |= side.get() == Side.OUTSIDE;
      }
    }

    private Optional<Side> sideAt(int body) {
      if (text.afterWords(body, "mtus") >= 0) {
        return Optional.of(Side.MTUS);
      }
      return afterNonMtus(body) > 0 ? Optional.of(Side.OUTSIDE) : Optional.empty();
    }

    private int afterNonMtus(int position) {
      return Math.max(
          text.afterWords(position, "nonmtus"), text.afterWords(position, "non", "mtus"));
    }

    private int bodyStart(int body, Side side) {
      if (side == Side.MTUS) {
        return text.afterWords(body, "mtus");
      }
      int start = afterNonMtus(body);
      boolean citation = CITATION.matchesAt(text, start);
      return citation ? text.nextWord(text.wordEnd(start)) : start;
    }

    private Kind kind() {
      if (citesMtus) {
        return citesOther ? Kind.MTUS_AND_NON_MTUS : Kind.MTUS;
      }
      if (citesOther || outside) {
        return Kind.NON_MTUS;
      }
      return none ? Kind.NONE_CITED : Kind.OTHER;
    }
  }
}
