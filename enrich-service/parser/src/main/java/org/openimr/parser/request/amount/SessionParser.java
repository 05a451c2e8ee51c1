package org.openimr.parser.request.amount;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openimr.parser.request.text.NumberRange;
import org.openimr.parser.request.text.Tokens;

/** {@code 12 sessions}, {@code eight physical therapy visits}, {@code times 12}, {@code x 6}. */
final class SessionParser implements AmountParser {
  /** The words that name sessions, and those that say that a number is of something else. */
  private static final Map<String, Boolean> SESSIONS = sessions();

  /** Between a number and its sessions stand at most so many words that name the treatment. */
  private static final int MAX_WORDS_BETWEEN = 5;

  @Override
  public Set<String> firstWords() {
    return Set.of("time", "x");
  }

  /** Any word may: behind it the sessions may still be named. */
  @Override
  public Set<String> wordsAfterNumber() {
    return Set.of();
  }

  @Override
  public Optional<Match> parse(Tokens words, int index) {
    return isTimes(words.foldedAt(index)) ? times(words, index) : sessions(words, index);
  }

  private static boolean isTimes(String word) {
    return word.equals("time") || word.equals("x");
  }

  private static Map<String, Boolean> sessions() {
    Map<String, Boolean> sessions = new HashMap<>();
    NumberRange.WORDS.forEach(word -> sessions.put(word, false));
    UnitNames.STRENGTHS.keySet().forEach(word -> sessions.put(word, false));
    List.of("time", "x").forEach(word -> sessions.put(word, false));
    List.of("session", "visit", "treatment").forEach(word -> sessions.put(word, true));
    return sessions;
  }

  private static Optional<Match> times(Tokens words, int index) {
    return NumberRange.parse(words, index + 1)
        .filter(amount -> UnitNames.period(words.foldedAt(index + 1 + amount.length())).isEmpty())
        .map(
            amount -> {
              int behind = index + 1 + amount.length();
              boolean named = SESSIONS.getOrDefault(words.foldedAt(behind), false);
              String unit = named ? words.foldedAt(behind) : "time";
              int length = behind - index + (named ? 1 : 0);
              return Match.of(Kind.SESSIONS, words, index, length, amount, unit);
            });
  }

  private static Optional<Match> sessions(Tokens words, int index) {
    return NumberRange.parse(words, index)
        .flatMap(
            amount -> {
              int named = named(words, index + amount.length());
              return named < 0
                  ? Optional.empty()
                  : Optional.of(reading(words, index, named, amount));
            });
  }

  private static Match reading(Tokens words, int index, int named, NumberRange amount) {
    String unit = words.foldedAt(named);
    return Match.of(Kind.SESSIONS, words, index, named - index + 1, amount, unit);
  }

  /** Where the sessions are named: directly, or behind words with no number or stop between. */
  private static int named(Tokens words, int from) {
    for (int at = from; at <= from + MAX_WORDS_BETWEEN && at < words.count(); at++) {
      Boolean sessions = SESSIONS.get(words.foldedAt(at));
      if (sessions != null) {
        return sessions ? at : -1;
      }
      if (words.isNumber(at) || !words.isJoinedBy(at - 1, " -")) {
        return -1;
      }
    }
    return -1;
  }
}
