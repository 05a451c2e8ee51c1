package org.openimr.parser.letter.header;

import java.util.ArrayList;
import java.util.List;
import org.openimr.parser.letter.model.ParseWarning;
import org.openimr.parser.letter.model.ReviewerCredentials;
import org.openimr.parser.letter.text.SpacingTolerantLiteral;

/**
 * Parses the credentials of the expert reviewer: a sentence until 2014, a labelled block since
 * 2015.
 */
public final class ReviewerCredentialsParser {
  private static final SpacingTolerantLiteral STATES =
      new SpacingTolerantLiteral("State(s) of Licensure:");
  private static final SpacingTolerantLiteral SPECIALTIES =
      new SpacingTolerantLiteral("Certification(s)/Specialty:");
  private static final SpacingTolerantLiteral CERTIFIED =
      new SpacingTolerantLiteral("Board Certified in");
  private static final SpacingTolerantLiteral SUBSPECIALTY =
      new SpacingTolerantLiteral("has a subspecialty in");
  private static final SpacingTolerantLiteral LICENSED =
      new SpacingTolerantLiteral("is licensed to practice in");

  private ReviewerCredentialsParser() {}

  /** Parses the credentials in a range of a letter. What is not printed is an empty list. */
  public static ReviewerCredentials parse(String text, int start, int end) {
    int states = STATES.findByFirstWord(text, start, end);
    int specialties = SPECIALTIES.findByFirstWord(text, Math.max(start, states), end);
    return states < 0 && specialties < 0
        ? parseSentence(text, start, end)
        : parseBlock(text, states, specialties, end);
  }

  /** Returns a warning for each list that all layouts print and this letter does not. */
  public static List<ParseWarning> missingFields(ReviewerCredentials reviewer) {
    List<ParseWarning> missing = new ArrayList<>(0);
    if (reviewer.specialties().isEmpty()) {
      missing.add(FieldWarnings.missing("reviewer.specialties"));
    }
    if (reviewer.licensedStates().isEmpty()) {
      missing.add(FieldWarnings.missing("reviewer.licensedStates"));
    }
    return missing;
  }

  private static ReviewerCredentials parseBlock(String text, int states, int specialties, int end) {
    return new ReviewerCredentials(
        specialties < 0
            ? List.of()
            : NameListParser.parseCommaSeparated(
                text, SPECIALTIES.endAt(text, specialties, end), end),
        List.of(),
        states < 0
            ? List.of()
            : NameListParser.parseCommaSeparated(
                text, STATES.endAt(text, states, end), specialties < 0 ? end : specialties));
  }

  private static ReviewerCredentials parseSentence(String text, int start, int end) {
    int licensed = LICENSED.findByFirstWord(text, start, end);
    int certified = CERTIFIED.findByFirstWord(text, start, end);
    if (licensed < 0 && certified < 0) {
      return new ReviewerCredentials(List.of(), List.of(), List.of());
    }
    int stop = licensed < 0 ? sentenceEnd(text, certified, end) : licensed;
    int subspecialty = SUBSPECIALTY.findByFirstWord(text, start, stop);
    List<String> states = List.of();
    if (licensed >= 0) {
      int from = LICENSED.endAt(text, licensed, end);
      states = NameListParser.parseSentence(text, from, sentenceEnd(text, from, end));
    }
    int from = certified < 0 ? -1 : CERTIFIED.endAt(text, certified, end);
    List<String> specialties = new ArrayList<>();
    if (from >= 0 && from < stop) {
      specialties.addAll(
          NameListParser.parseSentence(text, from, subspecialty < 0 ? stop : subspecialty));
    }
    List<String> subspecialties =
        subspecialty < 0
            ? List.of()
            : NameListParser.parseSentence(text, SUBSPECIALTY.endAt(text, subspecialty, end), stop);
    return new ReviewerCredentials(List.copyOf(specialties), subspecialties, states);
  }

  private static int sentenceEnd(String text, int from, int end) {
    int stop = text.indexOf('.', from, end);
    return stop < 0 ? end : stop;
  }
}
