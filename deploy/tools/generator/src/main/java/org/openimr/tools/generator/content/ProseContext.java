package org.openimr.tools.generator.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openimr.parser.letter.model.LetterHeader;
import org.openimr.parser.letter.model.PatientSex;
import org.openimr.tools.generator.model.PrintedDates;
import org.openimr.tools.generator.model.SeededRandom;
import org.openimr.tools.generator.vocabulary.PhraseGrammar;

/** The facts that the prose of a letter refers to. */
final class ProseContext implements PhraseGrammar.PlaceholderResolver {
  private static final List<String> PHYSICIANS =
      List.of("the treating physician", "the primary treating physician", "the attending provider");
  private static final List<String> WORK =
      List.of("working with limits", "off work", "working full duty", "retired");

  final Optional<Integer> age;
  final PatientSex sex;
  private final LetterHeader dates;
  private final PrintedDates.Style style;
  private final boolean redacted;
  private String treatment = "the request";
  private String chapter = "";
  private String secondChapter = "";

  ProseContext(LetterHeader dates, SeededRandom random, boolean redacted) {
    this.dates = dates;
    this.redacted = redacted;
    age = random.nextBoolean(0.94) ? Optional.of(random.nextIntBetween(19, 74)) : Optional.empty();
    sex = random.nextBoolean(0.55) ? PatientSex.MALE : PatientSex.FEMALE;
    style = random.pick(List.of(PrintedDates.Style.values()));
  }

  void treatment(String requested) {
    treatment = requested;
  }

  void chapters(String first, String second) {
    chapter = first;
    secondChapter = second;
  }

  @Override
  public void append(String name, SeededRandom random, StringBuilder out) {
    switch (name) {
      case "age" -> out.append(age.orElseThrow());
      case "sex" -> out.append(sex == PatientSex.MALE ? "male" : "female");
      case "he" -> out.append(pronoun("he", "she"));
      case "his" -> out.append(pronoun("his", "her"));
      case "him" -> out.append(pronoun("him", "her"));
      case "injury" -> PrintedDates.prose(dates.dateOfInjury().orElseThrow(), style, out);
      case "urdate" -> PrintedDates.prose(dates.urDenialDate().orElseThrow(), style, out);
      case "date" -> PrintedDates.prose(visit(random), style, out);
      case "physician" -> out.append(redacted ? "" : random.pick(PHYSICIANS));
      case "work" -> out.append(random.pick(WORK));
      case "treatment" -> out.append(treatment);
      case "chapter" -> out.append(chapter);
      case "chapter2" -> out.append(secondChapter);
      default -> throw new IllegalArgumentException(name);
    }
  }

  /** Letters without the age of the patient do not mention the sex either. */
  private String pronoun(String he, String she) {
    return age.isEmpty() ? neutral(he) : sex == PatientSex.MALE ? he : she;
  }

  private static String neutral(String he) {
    return switch (he) {
      case "he" -> "the worker";
      case "his" -> "the worker's";
      default -> "the worker";
    };
  }

  private LocalDate visit(SeededRandom random) {
    long injury = dates.dateOfInjury().orElseThrow().toEpochDay();
    long denial = dates.urDenialDate().orElseThrow().toEpochDay();
    int maxDays = (int) Math.min(denial - injury, 240);
    return LocalDate.ofEpochDay(denial - random.nextInt(maxDays + 1));
  }
}
