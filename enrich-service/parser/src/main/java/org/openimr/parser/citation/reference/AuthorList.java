package org.openimr.parser.citation.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The authors at the start of a reference: {@code Smith JA, Lee B, et al.} as in NLM and AMA style,
 * or {@code Smith, J. A., & Lee, B.} as in APA style.
 *
 * @param names as printed, without {@code et al.}
 * @param end offset just past the list
 */
record AuthorList(List<String> names, int end) {
  static final AuthorList NONE = new AuthorList(List.of(), 0);

  private static final String SURNAME =
      "(?:(?:de|van|von|der|den|la|del|di|le) ){0,2}\\p{Lu}[\\p{L}'’-]{1,30}(?:"
          + " \\p{Lu}[\\p{Ll}'’-]{1,30})?";
  private static final Pattern INITIALS =
      Pattern.compile(SURNAME + " \\p{Lu}{1,3}(?: (?:Jr|Sr|3rd|2nd))?(?![\\p{L}\\d])");
  private static final Pattern POINTS =
      Pattern.compile(SURNAME + ", (?:\\p{Lu}\\.[ -]?){1,4}(?<! )");
  private static final Pattern SURNAME_ONLY = Pattern.compile(SURNAME + "(?=,? et al\\b)");
  private static final Pattern SEPARATOR = Pattern.compile(",? ?(?:& |and )|, |; ");
  private static final Pattern OTHERS =
      Pattern.compile(",? (?:& |and )?(?:et al\\b\\.?|others\\b)");

  private static final int MAX_AUTHORS = 200;

  /** Finds the authors that start at an offset. */
  static AuthorList find(String text, int from, int limit) {
    for (Pattern style : List.of(POINTS, INITIALS, SURNAME_ONLY)) {
      AuthorList list = find(text, from, limit, style);
      if (!list.names().isEmpty()) {
        return list;
      }
    }
    return NONE;
  }

  private static AuthorList find(String text, int from, int limit, Pattern style) {
    List<String> names = new ArrayList<>(4);
    Matcher name = style.matcher(text);
    Matcher separator = SEPARATOR.matcher(text);
    int at = from;
    while (names.size() < MAX_AUTHORS && looksAt(name, at, limit)) {
      names.add(name.group().strip());
      at = name.end();
      if (!looksAt(separator, at, limit) || !looksAt(name, separator.end(), limit)) {
        break;
      }
      at = separator.end();
    }
    Matcher others = OTHERS.matcher(text);
    boolean more = !names.isEmpty() && looksAt(others, at, limit);
    int end = more ? others.end() : at;
    return !names.isEmpty() && (more || isClosed(text, end, limit, style))
        ? new AuthorList(List.copyOf(names), end)
        : NONE;
  }

  /** Whether a list ends with a full stop, a colon or the year in parentheses. */
  private static boolean isClosed(String text, int end, int limit, Pattern style) {
    boolean year = end + 1 < limit && text.startsWith(" (", end);
    boolean stop =
        end < limit && (text.charAt(end) == '.' || text.charAt(end) == ':' || style == POINTS);
    return year || stop;
  }

  private static boolean looksAt(Matcher matcher, int from, int limit) {
    return from < limit && matcher.region(from, limit).lookingAt();
  }
}
