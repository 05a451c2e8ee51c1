package org.openimr.parser.letter.header;

import java.util.ArrayList;
import java.util.List;
import org.openimr.parser.letter.model.ReviewerCredentials;
import org.openimr.parser.letter.text.SpacingTolerantLiteral;

/** The credentials of the expert reviewer: in a sentence until 2014, in a block from 2015 on. */
public final class ReviewerCredentialsParser {
  private static final SpacingTolerantLiteral STATES =
      new SpacingTolerantLiteral("State(s) of Licensure:");
  private static final SpacingTolerantLiteral SPECIALTIES =
      new SpacingTolerantLiteral("Certification(s)/Specialty:");
  private static final SpacingTolerantLiteral PERSON = new SpacingTolerantLiteral("reviewer is");
  private static final SpacingTolerantLiteral CERTIFIED =
      new SpacingTolerantLiteral("Board Certified in");
  private static final SpacingTolerantLiteral SUBSPECIALTY =
      new SpacingTolerantLiteral("has a subspecialty in");
  private static final SpacingTolerantLiteral LICENSED =
      new SpacingTolerantLiteral("is licensed to practice in");

  private ReviewerCredentialsParser() {}

  public static ReviewerCredentials parse(String text, int start, int end) {
    int states = STATES.findWhole(text, start, end);
    int specialties = SPECIALTIES.findWhole(text, Math.max(start, states), end);
    return states < 0 && specialties < 0
        ? sentence(text, start, end)
        : block(text, states, specialties, end);
  }

  private static ReviewerCredentials block(String text, int states, int specialties, int end) {
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

  private static ReviewerCredentials sentence(String text, int start, int end) {
    int licensed = LICENSED.findWhole(text, start, end);
    int certified = CERTIFIED.findWhole(text, start, end);
    if (licensed < 0 && certified < 0) {
      return new ReviewerCredentials(List.of(), List.of(), List.of());
    }
    int stop = licensed < 0 ? sentenceEnd(text, certified, end) : licensed;
    int sub = SUBSPECIALTY.findWhole(text, start, stop);
    List<String> states = List.of();
    if (licensed >= 0) {
      int from = LICENSED.endAt(text, licensed, end);
      states = NameListParser.parseSentence(text, from, sentenceEnd(text, from, end));
    }
    int from = certified < 0 ? -1 : CERTIFIED.endAt(text, certified, end);
    List<String> specialties = new ArrayList<>();
    if (from >= 0 && from < stop) {
      specialties.addAll(NameListParser.parseSentence(text, from, sub < 0 ? stop : sub));
    }
    List<String> subspecialties =
        sub < 0
            ? List.of()
            : NameListParser.parseSentence(text, SUBSPECIALTY.endAt(text, sub, end), stop);
    return new ReviewerCredentials(List.copyOf(specialties), subspecialties, states);
  }

  private static int sentenceEnd(String text, int from, int end) {
    int stop = text.indexOf('.', from, end);
    return stop < 0 ? end : stop;
  }
}
