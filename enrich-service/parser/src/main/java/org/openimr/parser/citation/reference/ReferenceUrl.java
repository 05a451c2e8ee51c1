package org.openimr.parser.citation.reference;

import java.util.Locale;
import java.util.Optional;

/**
 * A URL in a statement.
 *
 * @param start offset of its first character
 * @param end offset just past its last character, without punctuation that follows it
 * @param text the URL without the blank at which its line was broken
 */
record ReferenceUrl(int start, int end, String text) {
  private static final String[] SCHEMES = {"http://", "https://", "www."};
  private static final String[] DOMAINS = {".com", ".org", ".gov", ".net", ".edu"};

  private static final int MAX_HOST_LENGTH = 100;

  /** The characters at which a line is broken within a URL. */
  private static final String BREAKS = "/-_=?&";

  /** The URL that starts at an offset. */
  static Optional<ReferenceUrl> at(String text, int start, int limit) {
    if (!isUrl(text, start, limit)) {
      return Optional.empty();
    }
    int end = wordEnd(text, start, limit);
    String url = text.substring(start, trimmed(text, start, end));
    if (end == start + url.length() && continues(text, end, limit)) {
      int last = trimmed(text, end + 1, wordEnd(text, end + 1, limit));
      return Optional.of(new ReferenceUrl(start, last, url + text.substring(end + 1, last)));
    }
    return Optional.of(new ReferenceUrl(start, start + url.length(), url));
  }

  private static int wordEnd(String text, int start, int limit) {
    int end = start;
    while (end < limit && text.charAt(end) > ' ') {
      end++;
    }
    return end;
  }

  private static boolean isUrl(String text, int start, int limit) {
    int end = Math.min(limit, start + MAX_HOST_LENGTH);
    for (String scheme : SCHEMES) {
      if (text.regionMatches(true, start, scheme, 0, scheme.length())
          && end > start + scheme.length() + 3
          && text.charAt(start + scheme.length()) > ' ') {
        return true;
      }
    }
    return start < end && Character.isLetterOrDigit(text.charAt(start)) && isHost(text, start, end);
  }

  /** Whether a word is a host, with a path or without: {@code UpToDate.com}. */
  private static boolean isHost(String text, int start, int end) {
    int hostEnd = start;
    while (hostEnd < end && isHostCharacter(text.charAt(hostEnd))) {
      hostEnd++;
    }
    while (hostEnd > start && text.charAt(hostEnd - 1) == '.') {
      hostEnd--;
    }
    String host = text.substring(start, hostEnd).toLowerCase(Locale.ROOT);
    for (String domain : DOMAINS) {
      if (host.endsWith(domain) && host.length() > domain.length()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHostCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-';
  }

  private static int trimmed(String text, int start, int end) {
    int last = end;
    while (last > start && ".,;:)]>\"'”".indexOf(text.charAt(last - 1)) >= 0) {
      last--;
    }
    return last;
  }

  /** Whether the word after a line break is the rest of the URL. */
  private static boolean continues(String text, int end, int limit) {
    if (end + 1 >= limit || BREAKS.indexOf(text.charAt(end - 1)) < 0) {
      return false;
    }
    int next = wordEnd(text, end + 1, limit);
    String word = text.substring(end + 1, trimmed(text, end + 1, next));
    return word.indexOf('.') > 0 || word.indexOf('/') > 0 || word.indexOf('_') > 0;
  }
}
