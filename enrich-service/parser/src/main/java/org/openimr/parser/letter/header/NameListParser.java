package org.openimr.parser.letter.header;

import java.util.ArrayList;
import java.util.List;
import org.openimr.parser.letter.text.LineJoiner;

/** Splits printed lists of names, such as specialties or states. */
final class NameListParser {
  private static final String AND = " and ";

  /** Names that contain {@code and}: the words before and after it. */
  private static final String[][] COMPOUND_NAMES = {
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

  /** Splits a list at commas. */
  static List<String> parseCommaSeparated(String text, int start, int end) {
    return split(LineJoiner.joinLine(text, start, end), false);
  }

  /** Splits a list in a sentence at commas and {@code and}. */
  static List<String> parseSentence(String text, int start, int end) {
    return split(LineJoiner.joinLine(text, start, end), true);
  }

  private static List<String> split(String list, boolean splitAtAnd) {
    List<String> names = new ArrayList<>(4);
    int start = 0;
    while (start <= list.length()) {
      int comma = list.indexOf(',', start);
      int end = comma < 0 ? list.length() : comma;
      if (splitAtAnd) {
        addSplitAtAnd(names, list, start, end);
      } else {
        add(names, list, start, end);
      }
      start = end + 1;
    }
    return List.copyOf(names);
  }

  /** Splits the text between two commas at {@code and} and adds the names. */
  private static void addSplitAtAnd(List<String> names, String list, int from, int to) {
    int start = list.startsWith(" and ", from) ? from + AND.length() : from;
    int and = list.indexOf(AND, start, to);
    while (and >= 0) {
      if (!isInsideName(list, and)) {
        add(names, list, start, and);
        start = and + AND.length();
      }
      and = list.indexOf(AND, and + 1, to);
    }
    add(names, list, start, list.startsWith(" and", to - " and".length()) ? to - 4 : to);
  }

  private static boolean isInsideName(String names, int and) {
    for (String[] name : COMPOUND_NAMES) {
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
