package org.openimr.enrich.letter;

import java.util.List;

/** What a rationale itself concludes, checked against the decision word and never used for it. */
final class Conclusion {
  private Conclusion() {}

  static List<Warning> check(String rationale, Outcome outcome) {
    return List.of();
  }
}
