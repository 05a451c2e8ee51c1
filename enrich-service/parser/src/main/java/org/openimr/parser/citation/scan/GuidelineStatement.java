package org.openimr.parser.citation.scan;

import java.util.ArrayList;
import java.util.List;
import org.openimr.parser.citation.model.GuidelineBasis.Kind;
import org.openimr.parser.citation.text.NormalizedText;
import org.openimr.parser.citation.text.WordSet;

/**
 * A guideline statement in its parts: what it cites of the MTUS, and what outside of it.
 *
 * @param parts in the order of the text, in positions of the folded text
 */
public record GuidelineStatement(Kind kind, List<Part> parts) {

  /** A stretch of the text that cites on one side, from its first word to behind its last. */
  public record Part(Side side, int start, int end) {}

  /** Where a part cites. */
  enum Side {
    MTUS,
    OUTSIDE,
    /** Neither is said: sentences of the letters before 2014. */
    PROSE
  }

  public static GuidelineStatement parse(NormalizedText text) {
    return new Parser(text).parse();
  }

  /** Finds the sentences that open the parts and tell the kind (LETTERS.md). */
  private static final class Parser {
    private static final String[] DECISION = {"decision", "based", "on"};
    private static final String[] NONE = {"did", "not", "cite"};
    private static final String[] NOT_MTUS = {"did", "not", "base"};
    private static final String[] OUTSIDE_MTUS = {"outside", "of", "the", "mtus"};

    private static final WordSet CITATION = WordSet.of("citation citations");

    private final NormalizedText text;
    private final List<Part> parts = new ArrayList<>(2);
    private Side open;
    private int openStart;
    private boolean citesMtus;
    private boolean citesOther;
    private boolean none;
    private boolean outside;

    Parser(NormalizedText text) {
      this.text = text;
    }

    GuidelineStatement parse() {
      int position = 1;
      while (position < text.length()) {
        position = step(position);
      }
      close(text.length() - 1);
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
        Side side = body < 0 ? null : side(body);
        if (side != null) {
          return open(side, position, body);
        }
        none |= open == null && text.afterWords(position, NONE) >= 0;
        outside |= open == null && text.afterWords(position, NOT_MTUS) >= 0;
      } else if (first == 'n' && open == Side.MTUS && afterNonMtus(position) > 0) {
        return open(Side.OUTSIDE, position, position);
      } else if (first == 'o') {
        outside |= open == null && text.afterWords(position, OUTSIDE_MTUS) >= 0;
      }
      return text.nextWord(text.wordEnd(position));
    }

    /** Opens a part where the words that say so start; returns where its own words do. */
    private int open(Side side, int position, int body) {
      close(position - 1);
      open = side;
      openStart = bodyStart(body, side);
      return openStart;
    }

    private void close(int end) {
      if (open != null) {
        parts.add(new Part(open, openStart, Math.max(openStart, end)));
        citesMtus |= open == Side.MTUS;
        citesOther |= open == Side.OUTSIDE;
      }
    }

    private Side side(int body) {
      if (text.afterWords(body, "mtus") >= 0) {
        return Side.MTUS;
      }
      return afterNonMtus(body) > 0 ? Side.OUTSIDE : null;
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
