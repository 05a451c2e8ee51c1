package org.openimr.enrich.letter;

import java.util.ArrayList;
import java.util.List;

/** Lists of names, as printed. */
final class NameList {
  /** Names that hold the word that parts names: the words before and after it. */
  private static final String[][] ONE_NAME = {
    {"Physical Medicine", "Rehabilitation"},
    {"Allergy", "Immunology"},
    {"Child", "Adolescent"},
    {"Colon", "Rectal"},
    {"Public Health", "General Preventive"},
    {"Hospice", "Palliative"},
    {"Oral", "Maxillofacial"},
    {"Obstetrics", "Gynecology"},
    {"Plastic", "Reconstructive"},
    {"Head", "Neck"},
    {"Hematology", "Oncology"},
    {"Pulmonary", "Critical Care"},
    {"Undersea", "Hyperbaric"},
  };

  private NameList() {}

  /** Names parted by commas. */
  static List<String> commas(String text, int start, int end) {
    return split(JoinedText.line(text, start, end), false);
  }

  /** Names in a sentence, parted by commas and {@code and}. */
  static List<String> words(String text, int start, int end) {
    return split(JoinedText.line(text, start, end), true);
  }

  private static List<String> split(String list, boolean and) {
    List<String> names = new ArrayList<>(4);
    for (String part : list.split(",")) {
      String rest = part.strip();
      if (and) {
        rest = rest.equals("and") ? "" : rest.startsWith("and ") ? rest.substring(4) : rest;
        rest = rest.endsWith(" and") ? rest.substring(0, rest.length() - 4) : rest;
        int at = parting(rest, 0);
        while (at >= 0) {
          add(names, rest.substring(0, at));
          rest = rest.substring(at + " and ".length());
          at = parting(rest, 0);
        }
      }
      add(names, rest);
    }
    return List.copyOf(names);
  }

  private static int parting(String names, int from) {
    for (int at = names.indexOf(" and ", from); at >= 0; at = names.indexOf(" and ", at + 1)) {
      if (!insideName(names, at)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean insideName(String names, int and) {
    for (String[] name : ONE_NAME) {
      if (names.startsWith(name[1], and + " and ".length())
          && names.regionMatches(and - name[0].length(), name[0], 0, name[0].length())) {
        return true;
      }
    }
    return false;
  }

  private static void add(List<String> names, String name) {
    if (!name.isBlank()) {
      names.add(name.strip());
    }
  }
}
