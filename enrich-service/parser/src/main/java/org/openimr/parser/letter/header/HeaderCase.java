package org.openimr.parser.letter.header;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Restores the usual case of labels and of words that are values in a header block, which letters
 * also print in capitals or in lower case. Only lines with a label are changed, because the same
 * words occur in stamps and sentences: {@code RECEIVED 03/01/2017 by mail}.
 */
final class HeaderCase {
  private static final String[] LABELS = {
    "case number",
    "date of injury",
    "ur denial date",
    "date of ur decision",
    "ur decision date",
    "date assigned",
    "decision date",
    "priority",
    "application received",
    "received",
    "dated"
  };

  private static final Map<String, String> WORDS = words();

  private HeaderCase() {}

  /** Returns the block with its labels in their usual case; all offsets are the same. */
  static String restore(String block) {
    StringBuilder restored = new StringBuilder(block);
    int start = 0;
    while (start < block.length()) {
      int end = block.indexOf('\n', start);
      end = end < 0 ? block.length() : end;
      if (hasLabel(block.substring(start, end))) {
        restoreWords(restored, start, end);
      }
      start = end + 1;
    }
    return restored.toString();
  }

  /** Returns whether a line has a label with a colon or is a single word of the block. */
  private static boolean hasLabel(String line) {
    String folded = line.toLowerCase(Locale.ROOT).strip();
    if (folded.indexOf(':') < 0) {
      return WORDS.containsKey(folded);
    }
    String joined = joinBlanks(folded);
    for (String label : LABELS) {
      int at = joined.indexOf(label + ":");
      boolean starts = at == 0 || at > 0 && joined.charAt(at - 1) == ' ';
      if (starts) {
        return true;
      }
    }
    return false;
  }

  /** Joins runs of blanks to one and removes those before colons. */
  private static String joinBlanks(String line) {
    StringBuilder joined = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i) <= ' ' ? ' ' : line.charAt(i);
      int last = joined.length() - 1;
      if (c == ':' && last >= 0 && joined.charAt(last) == ' ') {
        joined.setLength(last);
      }
      if (c != ' ' || last >= 0 && joined.charAt(last) != ' ') {
        joined.append(c);
      }
    }
    return joined.toString();
  }

  private static void restoreWords(StringBuilder text, int from, int to) {
    int i = from;
    while (i < to) {
      int end = i;
      while (end < to && isLetter(text.charAt(end))) {
        end++;
      }
      String usual = WORDS.get(text.substring(i, end).toLowerCase(Locale.ROOT));
      if (usual != null) {
        text.replace(i, end, usual);
      }
      i = Math.max(end, i + 1);
    }
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static Map<String, String> words() {
    Map<String, String> words = new HashMap<>();
    for (String word :
        ("Case Number Date of Injury UR Denial Decision Assigned Priority Application Received"
                + " Dated Standard Expedited IMR MAXIMUS")
            .split(" ", -1)) {
      words.put(word.toLowerCase(Locale.ROOT), word);
    }
    return Map.copyOf(words);
  }
}
