package org.openimr.enrich.replay;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a replay found and did.
 *
 * @param run its id, in the header of each letter that it sent
 * @param parserVersion of the parser that read the letters again
 * @param cases whose letters were to be read again
 * @param unchanged of those, the same facts as published
 * @param changed of those, other facts
 * @param refused of those, not readable now, by code; what is published stays
 * @param notThere of those, letters that the topic does not hold in the given range
 * @param sent letters that went to the enrich service again
 * @param fields cases changed, by field
 * @param took how long
 * @param isWhole whether it came to the end
 */
public record ReplayReport(
    String run,
    String parserVersion,
    long cases,
    long unchanged,
    long changed,
    Map<String, Long> refused,
    long notThere,
    long sent,
    List<FieldChange> fields,
    Duration took,
    boolean isComplete) {

  /**
   * A field that reads otherwise now.
   *
   * @param name such as {@code decisions.request.category}
   * @param cases in which it does
   * @param examples keys of some of them
   */
  public record FieldChange(String name, long cases, List<String> examples) {}
}
