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
  /** True for words that mean sessions, false for words that give a number another meaning. */
  private static final Map<String, Boolean> SESSIONS = sessions();

  /** Maximum words between a number and its sessions; they describe the treatment. */
  private static final int MAX_WORDS_BETWEEN = 5;

  private static Map<String, Boolean> sessions() {
    Map<String, Boolean> sessions = new HashMap<>();
    NumberRange.NUMBER_WORDS.forEach(word -> sessions.put(word, false));
    UnitNames.STRENGTHS.keySet().forEach(word -> sessions.put(word, false));
    List.of("time", "x").forEach(word -> sessions.put(word, false));
    List.of("session", "visit", "treatment").forEach(word -> sessions.put(word, true));
    return sessions;
  }

  @Override
  public Set<String> firstWords() {
    return Set.of("time", "x");
  }

  /** Empty, since the words between a number and its sessions can be any words. */
  @Override
  public Set<String> wordsAfterNumber() {
    return Set.of();
  }

  @Override
  public Optional<AmountMatch> parseAtWord(Tokens tokens, int index) {
    return NumberRange.parse(tokens, index + 1)
        .filter(number -> UnitNames.period(tokens.get(index + 1 + number.length())).isEmpty())
        .map(number -> times(tokens, index, number));
  }

  private static AmountMatch times(Tokens tokens, int index, NumberRange number) {
    int next = index + 1 + number.length();
    boolean named = SESSIONS.getOrDefault(tokens.get(next), false);
    int end = named ? next + 1 : next;
    return match(tokens, index, end, number, named ? tokens.get(next) : "time");
  }

  @Override
  public Optional<AmountMatch> parseAtNumber(Tokens tokens, int index, NumberRange number) {
    int unitAt = unitAt(tokens, index + number.length());
    return unitAt < 0
        ? Optional.empty()
        : Optional.of(match(tokens, index, unitAt + 1, number, tokens.get(unitAt)));
  }

  /** Index of the word that means sessions; -1 if a number or punctuation comes first. */
  private static int unitAt(Tokens tokens, int from) {
    for (int at = from; at <= from + MAX_WORDS_BETWEEN && at < tokens.size(); at++) {
      Boolean sessions = SESSIONS.get(tokens.get(at));
      if (sessions != null) {
        return sessions ? at : -1;
      }
      if (tokens.isNumber(at) || !tokens.isJoinedBy(at - 1, " -")) {
        return -1;
      }
    }
    return -1;
  }

  private static AmountMatch match(
      Tokens tokens, int index, int end, NumberRange number, String unit) {
    return AmountMatch.of(AmountKind.SESSIONS, tokens, index, end - index, number, unit);
  }
}
