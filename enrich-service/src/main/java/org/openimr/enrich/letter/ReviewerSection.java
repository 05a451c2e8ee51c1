package org.openimr.enrich.letter;

import java.util.ArrayList;
import java.util.List;

/** The credentials of the expert reviewer: in a sentence until 2014, in a block from 2015 on. */
final class ReviewerSection {
  private static final Literal STATES = new Literal("State(s) of Licensure:");
  private static final Literal SPECIALTIES = new Literal("Certification(s)/Specialty:");
  private static final Literal PERSON = new Literal("reviewer is");
  private static final Literal CERTIFIED = new Literal("Board Certified in");
  private static final Literal SUBSPECIALTY = new Literal("has a subspecialty in");
  private static final Literal LICENSED = new Literal("is licensed to practice in");

  private ReviewerSection() {}

  static Reviewer read(String text, int start, int end) {
    int states = STATES.findWhole(text, start, end);
    int specialties = SPECIALTIES.findWhole(text, Math.max(start, states), end);
    return states < 0 && specialties < 0
        ? sentence(text, start, end)
        : block(text, states, specialties, end);
  }

  private static Reviewer block(String text, int states, int specialties, int end) {
    return new Reviewer(
        specialties < 0
            ? List.of()
            : NameList.commas(text, SPECIALTIES.endAt(text, specialties, end), end),
        List.of(),
        states < 0
            ? List.of()
            : NameList.commas(
                text, STATES.endAt(text, states, end), specialties < 0 ? end : specialties));
  }

  private static Reviewer sentence(String text, int start, int end) {
    int licensed = LICENSED.findWhole(text, start, end);
    int certified = CERTIFIED.findWhole(text, start, end);
    if (licensed < 0 && certified < 0) {
      return new Reviewer(List.of(), List.of(), List.of());
    }
    int stop = licensed < 0 ? sentenceEnd(text, certified, end) : licensed;
    int sub = SUBSPECIALTY.findWhole(text, start, stop);
    List<String> states = List.of();
    if (licensed >= 0) {
      int from = LICENSED.endAt(text, licensed, end);
      states = NameList.words(text, from, sentenceEnd(text, from, end));
    }
    int from = certified < 0 ? -1 : CERTIFIED.endAt(text, certified, end);
    List<String> specialties = new ArrayList<>();
    if (from >= 0 && from < stop) {
      specialties.addAll(NameList.words(text, from, sub < 0 ? stop : sub));
    }
    List<String> subspecialties =
        sub < 0 ? List.of() : NameList.words(text, SUBSPECIALTY.endAt(text, sub, end), stop);
    return new Reviewer(List.copyOf(specialties), subspecialties, states);
  }

  private static int sentenceEnd(String text, int from, int end) {
    int stop = text.indexOf('.', from, end);
    return stop < 0 ? end : stop;
  }
}
