package org.openimr.parser.letter.layout;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openimr.parser.letter.model.DisputedItem;
import org.openimr.parser.letter.model.Letter;
import org.openimr.parser.letter.model.ParseWarning;
import org.openimr.parser.letter.text.SentenceBoundaries;
import org.openimr.parser.letter.text.Whitespace;

/**
 * Recognizes a letter whose last pages are lost although its last item is complete: the last page
 * is full, and the summary names a denied request that no item mentions.
 */
final class UndecidedRequestCheck {
  private static final ParseWarning WARNING =
      new ParseWarning(
          ParseWarning.Code.TEXT_INCOMPLETE,
          "decisions",
          "the last page is full, and no item decides a request that the summary names as denied");

  /** Rows by which a full page may be shorter, because the next lines were kept together. */
  private static final int MAX_FREE_ROWS = 2;

  private static final int MIN_WORD_LENGTH = 5;
  private static final String[] DENIALS = {
    "utilization review", "denied", "non-certified", "not medically necessary"
  };
  private static final Set<String> BEFORE_REQUEST = Set.of("for", "determined", "denied", "of");
  private static final Set<String> AFTER_REQUEST =
      Set.of("was", "were", "is", "are", "due", "has", "have", "not", "be", "as");
  private static final Set<String> COMMON_WORDS =
      Set.of(
          "additional",
          "approved",
          "authorized",
          "certified",
          "concurrent",
          "dated",
          "denied",
          "determined",
          "documentation",
          "efficacy",
          "evidence",
          "indication",
          "initial",
          "medical",
          "medically",
          "modified",
          "necessary",
          "necessity",
          "original",
          "patient",
          "provided",
          "providing",
          "request",
          "requested",
          "requests",
          "review",
          "stating",
          "treatment",
          "utilization",
          "which");

  private UndecidedRequestCheck() {}

  /** Returns a warning if the last pages are probably lost, else an empty list. */
  static List<ParseWarning> check(String text, Letter letter) {
    if (!isLastPageFull(text)) {
      return List.of();
    }
    Set<String> denied = deniedWords(letter.clinicalSummary().text());
    for (DisputedItem item : letter.items()) {
      removeWords(denied, item.request().text());
      removeWords(denied, item.reviewerStatement().text());
      removeWords(denied, item.rationale());
    }
    return denied.isEmpty() ? List.of() : List.of(WARNING);
  }

  private static boolean isLastPageFull(String text) {
    int end = Whitespace.skipBackward(text, text.length(), 0);
    int lastPage = text.lastIndexOf('\f', end - 1);
    int previous = lastPage < 0 ? -1 : text.lastIndexOf('\f', lastPage - 1);
    if (lastPage < 0 || (end - lastPage) * 2 < lastPage - previous) {
      return false;
    }
    int rows = rows(text, lastPage + 1, end);
    int fullest = 0;
    int start = 0;
    for (int page = text.indexOf('\f'); page >= 0 && page <= lastPage; ) {
      fullest = Math.max(fullest, rows(text, start, page));
      start = page + 1;
      page = text.indexOf('\f', start);
    }
    return rows >= fullest - MAX_FREE_ROWS;
  }

  private static int rows(String text, int from, int to) {
    int start = Whitespace.skipForward(text, from, to);
    return Whitespace.countLineEnds(text, start, Whitespace.skipBackward(text, to, start)) + 1;
  }

  private static Set<String> deniedWords(String summary) {
    Set<String> words = new HashSet<>();
    int start = 0;
    for (int i = 1; i <= summary.length(); i++) {
      boolean ends =
          i == summary.length()
              || summary.charAt(i) <= ' ' && SentenceBoundaries.endsAt(summary, i, start);
      if (ends) {
        addDenied(words, summary.substring(start, i).toLowerCase(Locale.ROOT));
        start = i;
      }
    }
    return words;
  }

  /** Adds the words of a request that a sentence reports as denied. */
  private static void addDenied(Set<String> denied, String sentence) {
    boolean reportsDenial = false;
    for (String words : DENIALS) {
      reportsDenial |= sentence.contains(words);
    }
    if (!reportsDenial) {
      return;
    }
    Set<String> request = new HashSet<>();
    boolean inRequest = false;
    for (String word : sentence.split("[^a-z]+", -1)) {
      if (AFTER_REQUEST.contains(word)) {
        denied.addAll(request);
        inRequest = false;
      } else if (BEFORE_REQUEST.contains(word)) {
        request.clear();
        inRequest = true;
      } else if (inRequest && word.length() >= MIN_WORD_LENGTH && !COMMON_WORDS.contains(word)) {
        request.add(word);
      }
    }
  }

  private static void removeWords(Set<String> words, String text) {
    if (!words.isEmpty()) {
      String lower = text.toLowerCase(Locale.ROOT);
      words.removeIf(lower::contains);
    }
  }
}
