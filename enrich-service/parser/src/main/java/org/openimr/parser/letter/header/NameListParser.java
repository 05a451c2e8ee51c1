package org.openimr.parser.letter.header;

import java.util.ArrayList;
import java.util.List;
import org.openimr.parser.letter.text.LineJoiner;

/** Lists of names, as printed. */
final class NameListParser {
  private static final String AND = " and ";

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

  private NameListParser() {}

  /** Names parted by commas. */
  static List<String> parseCommaSeparated(String text, int start, int end) {
    return split(LineJoiner.joinLine(text, start, end), false);
  }

  /** Names in a sentence, parted by commas and {@code and}. */
  static List<String> parseSentence(String text, int start, int end) {
    return split(LineJoiner.joinLine(text, start, end), true);
  }

  private static List<String> split(String list, boolean and) {
    List<String> names = new ArrayList<>(4);
    int start = 0;
    while (start <= list.length()) {
      int comma = list.indexOf(',', start);
      int end = comma < 0 ? list.length() : comma;
      if (and) {
        addParted(names, list, start, end);
      } else {
        add(names, list, start, end);
      }
      start = end + 1;
    }
    return List.copyOf(names);
  }

  /** Adds what stands between commas, which {@code and} may part once more. */
  private static void addParted(List<String> names, String list, int from, int to) {
    int start = list.startsWith(" and ", from) ? from + AND.length() : from;
    int and = list.indexOf(AND, start, to);
    while (and >= 0) {
      if (!insideName(list, and)) {
        add(names, list, start, and);
        start = and + AND.length();
      }
      and = list.indexOf(AND, and + 1, to);
    }
    add(names, list, start, list.startsWith(" and", to - " and".length()) ? to - 4 : to);
  }

  private static boolean insideName(String names, int and) {
    for (String[] name : ONE_NAME) {
      if (names.startsWith(name[1], and + AND.length())
          && names.regionMatches(and - name[0].length(), name[0], 0, name[0].length())) {
        return true;
      }
    }
    return false;
  }

  private static void add(List<String> names, String list, int start, int end) {
    String name = start < end ? list.substring(start, end).strip() : "";
    if (!name.isEmpty()) {
      names.add(name);
    }
  }
}
