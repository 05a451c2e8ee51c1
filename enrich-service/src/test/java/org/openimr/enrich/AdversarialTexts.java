package org.openimr.enrich;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.openimr.enrich.citation.CatalogueFiles;
import org.openimr.enrich.citation.CitationReader;
import org.openimr.enrich.letter.LetterReader;
import org.openimr.enrich.letter.Passage;
import org.openimr.enrich.request.RequestDetails;
import org.openimr.enrich.request.TreatmentCategories;

/** For each scanner, texts made to cost it most, of any length. */
final class AdversarialTexts {
  private static final CitationReader CITATIONS = new CitationReader(CatalogueFiles.seed());
  private static final TreatmentCategories CATEGORIES = TreatmentCategories.standard();
  private static final Optional<LocalDate> AS_OF = Optional.of(LocalDate.of(2016, 11, 3));

  private static final String HEADER = "Case Number: CM16-9123456\nDate Assigned: 12/14/2016\n";
  private static final String REVIEWER = "HOW THE IMR FINAL DETERMINATION WAS MADE\nThe Expert ";
  private static final String SUMMARY = "CLINICAL CASE SUMMARY\nThe injured worker is 52. ";
  private static final String ISSUES = "IMR ISSUES, DECISIONS AND RATIONALES\n";
  private static final String DOCUMENTS =
      REVIEWER + SUMMARY + "\nIMR DECISION(S) AND RATIONALE(S)\n";
  private static final String HEADING = "Wrist brace: Upheld\n";
  private static final String ITEM =
      "Claims Administrator guideline: None. MAXIMUS guideline: MTUS. Decision rationale: It failed. ";
  private static final String DECISION = "is medically necessary and appropriate. ";

  private static final int MOST_MILLIS = 50;

  /** Each number of a request is read as an amount of each kind; no letter holds so many. */
  private static final int MOST_MILLIS_FOR_NUMBERS = 150;

  private AdversarialTexts() {}

  /**
   * A text to be grown and what reads it.
   *
   * @param scanner name of what reads it
   * @param part what is repeated
   * @param ofBytes makes the text of so many bytes (UTF-8), to within a part and its frame
   * @param mostMillis what 1 MB may take, in milliseconds on the processor
   */
  record Adversary(
      String scanner,
      String part,
      IntFunction<String> ofBytes,
      Consumer<String> reader,
      int mostMillis) {
    @Override
    public String toString() {
      return scanner + ": " + part.replaceAll("\\s+", " ");
    }
  }

  static Stream<Adversary> all() {
    return Stream.of(letters(), framedLetters(), statements(), categories(), details())
        .flatMap(texts -> texts);
  }

  private static Stream<Adversary> letters() {
    return Stream.of(
            " \n",
            "HOW THE IMR FINAL ",
            "H O W   T H E   I M R   F ",
            "IMR",
            "M-\n",
            "CM16-912345 ",
            "\n\n1\n\n\f2\n",
            "Page 1 of \n",
            "\u00ad \u00ad\n\ufb01",
            "MEDICAL PROFESSIONAL REVIEW ISSUE AT DISPUTE: ",
            "Notice of Independent Medical Review Determination ")
        .map(part -> letter("", part, ""));
  }

  private static Stream<Adversary> framedLetters() {
    String items = SUMMARY + ISSUES + HEADING + ITEM;
    String rationale = HEADER + REVIEWER + items;
    String next = "\nA splint: Overturned\n" + ITEM;
    return Stream.concat(
        Stream.of(
            letter("", "Date of Injury: Date 1/1/1-1/1/2016\n", REVIEWER + items),
            letter(HEADER + REVIEWER, "is Board Certified in Care and ,a,,b, ", items),
            letter(HEADER + REVIEWER + SUMMARY, "1 yo a 22 y/o man yY1y ", ISSUES + HEADING + ITEM),
            letter(HEADER + REVIEWER + SUMMARY + ISSUES, "a.\n", HEADING + ITEM),
            letter(HEADER + REVIEWER + SUMMARY + ISSUES, HEADING + ITEM + "\n", ""),
            letter(HEADER + REVIEWER + SUMMARY + ISSUES, "Brace: Upheld " + ITEM, ""),
            letter(HEADER + REVIEWER + SUMMARY + ISSUES, "1. a\n", DECISION),
            letter(
                HEADER + REVIEWER + SUMMARY + ISSUES, "Brace. " + DECISION + ITEM, HEADING + ITEM),
            letter(DOCUMENTS, "1. A brace " + DECISION + "Rationale: It failed.\n", "")),
        Stream.concat(
            Stream.of(
                    ": e: guideline: rationale: ",
                    "Decision rational e: MAXIMUS guideline ",
                    ": Upheld x: Overturned x",
                    "is medically necessary. not medically ",
                    "IMR eligible. original request, ",
                    "a. \n\nB. ",
                    ")\"\n\t")
                .map(part -> letter(rationale, part, next)),
            Stream.of(
                    "has determined the request for a " + DECISION, "Regarding the request for a: ")
                .map(AdversarialTexts::notice)));
  }

  private static Adversary notice(String part) {
    String opening =
        "Notice of Independent Medical Review Determination\n"
            + "INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE\n";
    String closing = "\nMedical Qualifications of the Expert Reviewer:\nCase Summary:\n";
    return new Adversary(
        "notice",
        part,
        bytes -> opening + grown(part, bytes / 2) + closing + grown(part, bytes / 2),
        LetterReader::read,
        MOST_MILLIS);
  }

  private static Stream<Adversary> statements() {
    String mtus = "Decision based on MTUS Low Back Complaints 2004, Section(s): ";
    String pages = "Decision based on MTUS Chronic Pain Treatment Guidelines (May 2009), Page(s): ";
    String odg = "Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) ";
    return Stream.of(
            Stream.of(
                    "& & & ",
                    "a",
                    "(",
                    ") [",
                    "and Low Back Complain ",
                    "Low Back Complaints 2004, ",
                    "Chapter 5 ",
                    "Chapter 5 Low Back Complain ",
                    "ACOEM Low Bak Complaints ",
                    "Page 1 and Low Bak Complaint, ",
                    "Page 1, 2, 9999-9998 and 7 ",
                    "Special Studies, Physical Methods, Opioids, ",
                    "Special Studie, Xa, ",
                    "9792.24.2, ",
                    "Chronic Pain Medical Treatment Guidelines 2009, Page 1, 2, 9998-9999 and 7 ",
                    "Decision based on MTUS ")
                .map(part -> statement("MTUS statement", mtus, part)),
            Stream.of("1, 2, 9998-9999, ", "1-2, 3-99, ")
                .map(part -> statement("MTUS statement", pages, part)),
            Stream.of(
                    "& & & ",
                    "ODG ",
                    "Knee & Leg Chapter, ",
                    "Knee Chaptr and ",
                    "Pain (updated 11/23/16) ",
                    "Low Back, MRI; Shoulder; and ",
                    "Other Medical Treatment Guidelines ",
                    "ACOEM Chapter 7 ",
                    "https://a.b, ")
                .map(part -> statement("ODG statement", odg, part)))
        .flatMap(texts -> texts);
  }

  private static Stream<Adversary> categories() {
    return Stream.of(
            "a", "1", "1 ", "x ", "hydrocodon ", "gabapentine naproxenn ", "physical ", "##")
        .map(
            part ->
                new Adversary(
                    "category", part, bytes -> grown(part, bytes), CATEGORIES::of, MOST_MILLIS));
  }

  private static Stream<Adversary> details() {
    Stream<Adversary> words =
        Stream.of(
                "a",
                "1",
                "1,111",
                "#",
                "left knee ",
                "refill x times ",
                "neck hand foot wrist ankle elbow hip knee shoulder back ")
            .map(part -> request(part, MOST_MILLIS));
    Stream<Adversary> numbers =
        Stream.of(
                "1 ", "two to ", "every 4-6 ", "C5-6 L4 ", "10/325mg ", "2x6 ", "DOS: 1/1/2016 - ")
            .map(part -> request(part, MOST_MILLIS_FOR_NUMBERS));
    return Stream.concat(words, numbers);
  }

  private static Adversary request(String part, int mostMillis) {
    return new Adversary(
        "request", part, bytes -> grown(part, bytes), RequestDetails::of, mostMillis);
  }

  private static Adversary letter(String before, String part, String behind) {
    return new Adversary(
        "letter",
        part,
        bytes -> before + grown(part, bytes) + behind,
        LetterReader::read,
        MOST_MILLIS);
  }

  private static Adversary statement(String scanner, String before, String part) {
    return new Adversary(
        scanner,
        part,
        bytes -> before + grown(part, bytes),
        AdversarialTexts::readStatement,
        MOST_MILLIS);
  }

  private static void readStatement(String text) {
    CITATIONS.read(Passage.of(text, 0, text.length()), AS_OF);
  }

  private static String grown(String part, int bytes) {
    return part.repeat(Math.max(1, bytes / part.getBytes(StandardCharsets.UTF_8).length));
  }
}
