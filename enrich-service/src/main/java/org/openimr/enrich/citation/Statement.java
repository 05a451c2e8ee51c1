package org.openimr.enrich.citation;

import java.util.ArrayList;
import java.util.List;
import org.openimr.enrich.citation.GuidelineBasis.Kind;

/**
 * A guideline statement in its parts: what it cites of the MTUS, and what outside of it.
 *
 * @param parts in the order of the text, in positions of the folded text
 */
record Statement(Kind kind, List<Part> parts) {

  /** A stretch of the text that cites on one side, from its first word to behind its last. */
  record Part(Side side, int start, int end) {}

  /** Where a part cites. */
  enum Side {
    MTUS,
    OUTSIDE,
    /** Neither is said: sentences of the letters before 2014. */
    PROSE
  }

  static Statement of(Folded text) {
    return new Openings(text).read();
  }

  /** Finds the sentences that open the parts and tell the kind (LETTERS.md). */
  private static final class Openings {
    private static final String[] DECISION = {"decision", "based", "on"};
    private static final String[] NONE = {"did", "not", "cite"};
    private static final String[] NOT_MTUS = {"did", "not", "base"};
    private static final String[] OUTSIDE_MTUS = {"outside", "of", "the", "mtus"};

    private static final Words CITATION = Words.of("citation citations");

    private final Folded text;
    private final List<Part> parts = new ArrayList<>(2);
    private Side open;
    private int openStart;
    private boolean citesMtus;
    private boolean citesOther;
    private boolean none;
    private boolean outside;

    Openings(Folded text) {
      this.text = text;
    }

    Statement read() {
      int position = 1;
      while (position < text.length()) {
        position = step(position);
      }
      close(text.length() - 1);
      Kind kind = kind();
      if (parts.isEmpty() && kind != Kind.NONE_CITED && text.length() > 1) {
        parts.add(new Part(Side.PROSE, 1, text.length() - 1));
      }
      return new Statement(kind, List.copyOf(parts));
    }

    private int step(int position) {
      char first = text.at(position);
      if (first == 'd') {
        int body = text.behind(position, DECISION);
        Side side = body < 0 ? null : side(body);
        if (side != null) {
          return open(side, position, body);
        }
        none |= open == null && text.behind(position, NONE) >= 0;
        outside |= open == null && text.behind(position, NOT_MTUS) >= 0;
      } else if (first == 'n' && open == Side.MTUS && behindNonMtus(position) > 0) {
        return open(Side.OUTSIDE, position, position);
      } else if (first == 'o') {
        outside |= open == null && text.behind(position, OUTSIDE_MTUS) >= 0;
      }
      return text.next(text.wordEnd(position));
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
      if (text.behind(body, "mtus") >= 0) {
        return Side.MTUS;
      }
      return behindNonMtus(body) > 0 ? Side.OUTSIDE : null;
    }

    private int behindNonMtus(int position) {
      return Math.max(text.behind(position, "nonmtus"), text.behind(position, "non", "mtus"));
    }

    private int bodyStart(int body, Side side) {
      if (side == Side.MTUS) {
        return text.behind(body, "mtus");
      }
      int start = behindNonMtus(body);
      boolean citation = CITATION.at(text, start);
      return citation ? text.next(text.wordEnd(start)) : start;
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
