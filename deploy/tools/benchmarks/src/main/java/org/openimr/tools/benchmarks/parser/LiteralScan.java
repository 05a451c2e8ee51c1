package org.openimr.tools.benchmarks.parser;

/** The baseline: searches a text for one heading with {@link String#indexOf(String)}. */
final class LiteralScan {
  private static final String HEADING = "Decision rationale:";

  private LiteralScan() {}

  static int count(String text) {
    int count = 0;
    for (int index = text.indexOf(HEADING); index >= 0; index = text.indexOf(HEADING, index + 1)) {
      count++;
    }
    return count;
  }
}
