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

  private static final String[] DECISION = {"decision", "based", "on"};

  static Statement of(Folded text) {
    List<Part> parts = new ArrayList<>(2);
    boolean none = false;
    boolean outside = false;
    int openStart = -1;
    Side open = null;
    int position = 1;
    while (position < text.length()) {
      int body = text.behind(position, DECISION);
      Side side = body < 0 ? null : side(text, body);
      if (side != null) {
        add(parts, open, openStart, position - 1);
        open = side;
        openStart = bodyStart(text, body, side);
        position = openStart;
        continue;
      }
      if (open == null) {
        none |= text.behind(position, "did", "not", "cite") >= 0;
        outside |=
            text.behind(position, "outside", "of", "the", "mtus") >= 0
                || text.behind(position, "did", "not", "base") >= 0;
      }
      position = text.next(text.wordEnd(position));
    }
    add(parts, open, openStart, text.length() - 1);
    Kind kind = kind(parts, none, outside);
    if (parts.isEmpty() && kind != Kind.NONE_CITED && text.length() > 1) {
      parts.add(new Part(Side.PROSE, 1, text.length() - 1));
    }
    return new Statement(kind, List.copyOf(parts));
  }

  private static void add(List<Part> parts, Side side, int start, int end) {
    if (side != null && start < end) {
      parts.add(new Part(side, start, end));
    } else if (side != null) {
      parts.add(new Part(side, start, start));
    }
  }

  private static Side side(Folded text, int body) {
    if (text.behind(body, "mtus") >= 0) {
      return Side.MTUS;
    }
    return text.behind(body, "non", "mtus") >= 0 || text.behind(body, "nonmtus") >= 0
        ? Side.OUTSIDE
        : null;
  }

  private static int bodyStart(Folded text, int body, Side side) {
    if (side == Side.MTUS) {
      return text.behind(body, "mtus");
    }
    int start = text.behind(body, "nonmtus");
    start = start < 0 ? text.behind(body, "non", "mtus") : start;
    int behind = text.behind(start, "citation");
    behind = behind < 0 ? text.behind(start, "citations") : behind;
    return behind < 0 ? start : behind;
  }

  private static Kind kind(List<Part> parts, boolean none, boolean outside) {
    boolean mtus = parts.stream().anyMatch(p -> p.side() == Side.MTUS);
    boolean other = parts.stream().anyMatch(p -> p.side() == Side.OUTSIDE);
    if (mtus) {
      return other ? Kind.MTUS_AND_NON_MTUS : Kind.MTUS;
    }
    if (other || outside) {
      return Kind.NON_MTUS;
    }
    return none ? Kind.NONE_CITED : Kind.OTHER;
  }
}
