package org.openimr.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openimr.enrich.letter.Header;
import org.openimr.enrich.letter.Sex;

/** What the prose of one letter is about. */
final class CaseScene implements Grammar.Scene {
  private static final List<String> PHYSICIANS =
      List.of("the treating physician", "the primary treating physician", "the attending provider");
  private static final List<String> WORK =
      List.of("working with limits", "off work", "working full duty", "retired");

  final Optional<Integer> age;
  final Sex sex;
  private final Header dates;
  private final Dates.Style style;
  private final boolean redacted;
  private String treatment = "the request";
  private String chapter = "";
  private String secondChapter = "";

  CaseScene(Header dates, Dice dice, boolean redacted) {
    this.dates = dates;
    this.redacted = redacted;
    age = dice.happens(0.94) ? Optional.of(dice.between(19, 74)) : Optional.empty();
    sex = dice.happens(0.55) ? Sex.MALE : Sex.FEMALE;
    style = Dates.Style.values()[dice.below(Dates.Style.values().length)];
  }

  void treatment(String wanted) {
    treatment = wanted;
  }

  void chapters(String first, String second) {
    chapter = first;
    secondChapter = second;
  }

  @Override
  public void append(String name, Dice dice, StringBuilder out) {
    switch (name) {
      case "age" -> out.append(age.orElseThrow());
      case "sex" -> out.append(sex == Sex.MALE ? "male" : "female");
      case "he" -> out.append(male("he", "she"));
      case "his" -> out.append(male("his", "her"));
      case "him" -> out.append(male("him", "her"));
      case "injury" -> Dates.prose(dates.dateOfInjury().orElseThrow(), style, out);
      case "urdate" -> Dates.prose(dates.urDenialDate().orElseThrow(), style, out);
      case "date" -> Dates.prose(visit(dice), style, out);
      case "physician" -> out.append(redacted ? "" : dice.pick(PHYSICIANS));
      case "work" -> out.append(dice.pick(WORK));
      case "treatment" -> out.append(treatment);
      case "chapter" -> out.append(chapter);
      case "chapter2" -> out.append(secondChapter);
      default -> throw new IllegalArgumentException(name);
    }
  }

  /** Without a word about the patient's age there is none about the sex. */
  private String male(String he, String she) {
    return age.isEmpty() ? neutral(he) : sex == Sex.MALE ? he : she;
  }

  private static String neutral(String he) {
    return switch (he) {
      case "he" -> "the worker";
      case "his" -> "the worker's";
      default -> "the worker";
    };
  }

  private LocalDate visit(Dice dice) {
    long injury = dates.dateOfInjury().orElseThrow().toEpochDay();
    long denial = dates.urDenialDate().orElseThrow().toEpochDay();
    int back = (int) Math.min(denial - injury, 240);
    return LocalDate.ofEpochDay(denial - dice.below(back + 1));
  }
}
