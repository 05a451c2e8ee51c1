package org.openimr.parser.letter.boundary;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openimr.parser.letter.text.SentenceBoundaries;
import org.openimr.parser.letter.text.Whitespace;

/**
 * Words by which text after a conclusion is recognized as a part of the rationale. Words that also
 * occur in the notices of offices, such as {@code patient} and {@code treatment}, count less.
 */
final class ClinicalWords {
  /** Words and first letters of words that only physicians use. */
  private static final Set<String> STRONG =
      Set.of(
          "abrupt",
          "acupunct",
          "addict",
          "aggravat",
          "analges",
          "ankle",
          "antidep",
          "arthr",
          "aquatic",
          "bedtime",
          "biops",
          "brace",
          "braces",
          "cardi",
          "cervic",
          "chiropr",
          "chronic",
          "cold",
          "conservat",
          "cream",
          "degener",
          "depress",
          "detox",
          "diagnos",
          "discontin",
          "disease",
          "disorder",
          "dosag",
          "dose",
          "doses",
          "drug",
          "drugs",
          "efficac",
          "elbow",
          "electro",
          "epidural",
          "exercis",
          "fracture",
          "function",
          "fusion",
          "guideline",
          "heat",
          "hip",
          "hips",
          "ice",
          "inflamm",
          "improv",
          "inject",
          "insomn",
          "joint",
          "knee",
          "knees",
          "lumbar",
          "manipul",
          "massag",
          "medicat",
          "medicin",
          "milligram",
          "mri",
          "muscl",
          "narcot",
          "neck",
          "nerve",
          "neuro",
          "numbn",
          "opiat",
          "opioid",
          "orthop",
          "overdos",
          "pain",
          "pains",
          "painf",
          "patch",
          "pharm",
          "physical",
          "pill",
          "pills",
          "postop",
          "prescri",
          "prophyl",
          "psych",
          "radic",
          "relaps",
          "rehab",
          "sedat",
          "shoulder",
          "sleep",
          "spasm",
          "spine",
          "spinal",
          "splint",
          "sprain",
          "strain",
          "strength",
          "stretch",
          "surge",
          "surgi",
          "sympt",
          "tablet",
          "taper",
          "tendon",
          "tens",
          "therap",
          "topical",
          "toxic",
          "ultraso",
          "urine",
          "walki",
          "wean",
          "weaning",
          "weaned",
          "withdraw",
          "wrist",
          "xray");

  /** Words for treatment that offices use as well. */
  private static final Set<String> WEAK =
      Set.of(
          "abuse",
          "adverse",
          "condition",
          "consult",
          "duty",
          "examin",
          "indicat",
          "injur",
          "relief",
          "rest",
          "sessi",
          "trial",
          "visit");

  /** Words for persons and documents of a case. */
  private static final Set<String> COMMON =
      Set.of(
          "care",
          "claimant",
          "clinic",
          "doctor",
          "document",
          "eviden",
          "medical",
          "necess",
          "need",
          "patient",
          "physician",
          "provider",
          "recommend",
          "request",
          "treat",
          "weeks",
          "worker");

  /** Endings of generic names that stand for classes of drugs. */
  private static final String[] DRUG_ENDINGS = {
    "azole", "oxetine", "profen", "oxicam", "coxib", "adol", "codone", "morphone", "pentin",
    "gabalin", "zolam", "zepam", "pidem", "caine", "triptan", "anidine", "aprine", "roxen",
    "triptyline", "statin", "olol", "sartan", "barbital", "orphine", "naloxone",
  };

  /** The words in ascending order of certainty; a word of the first set has rank 1. */
  private static final List<Set<String>> RANKS = List.of(COMMON, WEAK, STRONG);

  private static final int STRONG_RANK = 3;

  private static final int LONGEST = 9;

  /** Shorter words have to be equal to a word of the list, longer ones may only start with it. */
  private static final int SHORTEST_STEM = 5;

  private static final int SHORTEST = 3;

  private ClinicalWords() {}

  /** How much of the vocabulary of a rationale a text has. */
  enum Share {
    NONE,
    /** One word for a person or a document. */
    FEW,
    /** Two words, or one for a treatment. */
    SOME,
    /** At least two words, of which at least one is used by physicians only. */
    CERTAIN
  }

  /** Returns the share of clinical words in a range. Names, in capitals, are not counted. */
  static Share shareOf(String text, int from, int to) {
    Set<String> found = new HashSet<>();
    int rank = 0;
    int i = from;
    while (i < to && !(rank == STRONG_RANK && found.size() > 1)) {
      int start = i;
      while (i < to && Character.isLetter(text.charAt(i))) {
        i++;
      }
      if (i - start >= SHORTEST && !isName(text, start, from)) {
        String word = text.substring(start, i).toLowerCase(Locale.ROOT);
        rank = Math.max(rank, addIfClinical(found, word));
      }
      i = Math.max(i, start + 1);
    }
    return shareOf(found.size(), rank);
  }

  private static Share shareOf(int words, int rank) {
    if (words > 1) {
      return rank == STRONG_RANK ? Share.CERTAIN : Share.SOME;
    }
    return words == 0 ? Share.NONE : rank > 1 ? Share.SOME : Share.FEW;
  }

  /** Returns whether a word has a capital but no sentence starts with it. */
  private static boolean isName(String text, int start, int from) {
    int before = Whitespace.skipBackward(text, start, from);
    return Character.isUpperCase(text.charAt(start))
        && Character.isLowerCase(text.charAt(start + 1))
        && before > from
        && !SentenceBoundaries.endsAt(text, before, from);
  }

  /** Adds a clinical word and returns its rank, 0 for a word that is not clinical. */
  private static int addIfClinical(Set<String> found, String word) {
    for (int k = 0; k < RANKS.size(); k++) {
      String stem = stemIn(RANKS.get(k), word);
      if (!stem.isEmpty()) {
        found.add(stem);
        return k + 1;
      }
    }
    boolean drug = endsLikeDrug(word);
    if (drug) {
      found.add(word);
    }
    return drug ? STRONG_RANK : 0;
  }

  private static String stemIn(Set<String> stems, String word) {
    int shortest = Math.min(SHORTEST_STEM, word.length());
    for (int length = Math.min(word.length(), LONGEST); length >= shortest; length--) {
      String stem = word.substring(0, length);
      if (stems.contains(stem)) {
        return stem;
      }
    }
    return "";
  }

  private static boolean endsLikeDrug(String word) {
    for (String ending : DRUG_ENDINGS) {
      if (word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}
