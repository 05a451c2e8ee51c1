package org.openimr.enrich.replay;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The result of a replay.
 *
 * @param run id of the replay, which is in a header of each letter that it sent
 * @param parserVersion version of the parser used for the replay
 * @param cases number of cases in scope
 * @param unchanged number of cases with the same facts as published
 * @param changed number of cases with different facts
 * @param rejectedByCode number of cases whose letter is now rejected, by dead-letter code; the
 *     published determination stays
 * @param missing number of cases whose letter is not in the given range of the topic
 * @param sent number of letters sent to the enrich service again
 * @param fields number of changed cases by field
 * @param duration duration of the replay
 * @param isComplete whether the replay reached the end
 */
public record ReplayReport(
    String run,
    String parserVersion,
    long cases,
    long unchanged,
    long changed,
    Map<String, Long> rejectedByCode,
    long missing,
    long sent,
    List<FieldChange> fields,
    Duration duration,
    boolean isComplete) {

  /**
   * A field whose value changed.
   *
   * @param name path of the field, such as {@code decisions.request.category}
   * @param cases number of cases in which it changed
   * @param examples keys of up to five of these cases
   */
  public record FieldChange(String name, long cases, List<String> examples) {}
}
