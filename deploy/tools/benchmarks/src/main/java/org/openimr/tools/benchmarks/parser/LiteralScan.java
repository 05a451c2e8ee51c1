package org.openimr.tools.benchmarks.parser;

/** The yardstick: looks through a text for one heading, as fast as this JVM can. */
final class LiteralScan {
  private static final String HEADING = "Decision rationale:";

  private LiteralScan() {}

  static int count(String text) {
    int count = 0;
    for (int at = text.indexOf(HEADING); at >= 0; at = text.indexOf(HEADING, at + 1)) {
      count++;
    }
    return count;
  }
}
