package org.openimr.parser.letter.header;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.openimr.parser.letter.text.LineJoiner;

/**
 * The dates that NOTICE letters state in a sentence: {@code An application for Independent Medical
 * Review was filed on <date> disputing the Utilization Review Denial dated <date>. A Notice of
 * Assignment and Request for Information was provided to the above parties on <date>.}
 */
final class NoticeSentenceDates {
  private static final int MAX_DISTANCE = 240;

  private NoticeSentenceDates() {}

  /** Finds the dates in a range of a letter. */
  static Map<DateLabel, LocalDate> find(String text, int from, int to) {
    String sentence = LineJoiner.joinLine(text, from, to);
    String lower = sentence.toLowerCase(Locale.ROOT);
    Map<DateLabel, LocalDate> dates = new EnumMap<>(DateLabel.class);
    put(dates, DateLabel.APPLICATION_RECEIVED, lower, "application", "filed on ");
    put(dates, DateLabel.UR_DENIAL_DATE, lower, "disputing", "dated ");
    put(dates, DateLabel.DATE_ASSIGNED, lower, "notice of assignment", " on ");
    return dates;
  }

  /** Adds the date that follows two words in this order, if there is one. */
  private static void put(
      Map<DateLabel, LocalDate> dates, DateLabel label, String text, String subject, String words) {
    for (int at = text.indexOf(subject); at >= 0; at = text.indexOf(subject, at + 1)) {
      int limit = Math.min(text.length(), at + MAX_DISTANCE);
      for (int i = text.indexOf(words, at, limit); i >= 0; i = text.indexOf(words, i + 1, limit)) {
        LocalDate date = SentenceDateParser.parseAt(text, i + words.length());
        if (date != null) {
          dates.putIfAbsent(label, date);
          return;
        }
      }
    }
  }
}
