package org.openimr.standalone.up;

import java.util.SortedMap;
import java.util.TreeMap;
import org.openimr.event.Header;

/**
 * Counts of the results of letters.
 *
 * @param determinations published determinations, all revisions
 * @param upheld upheld items
 * @param overturned overturned items
 * @param deadLetters dead letters by code
 */
public record OutcomeTally(
    long determinations, long upheld, long overturned, SortedMap<String, Long> deadLetters) {
  /** The empty tally. */
  public static final OutcomeTally EMPTY = new OutcomeTally(0, 0, 0, new TreeMap<>());

  /** Returns this tally with one more result. */
  public OutcomeTally plus(LetterResult result) {
    return switch (result) {
      case LetterResult.Determined determined -> plus(determined.determination().getHeader());
      case LetterResult.DeadLettered dead -> plus(dead);
    };
  }

  /** Number of letters with a result. */
  public long letters() {
    return determinations + deadLetterTotal();
  }

  /** Number of dead letters with any code. */
  public long deadLetterTotal() {
    return deadLetters.values().stream().mapToLong(Long::longValue).sum();
  }

  private OutcomeTally plus(Header header) {
    return new OutcomeTally(
        determinations + 1,
        upheld + header.getUpheldCount(),
        overturned + header.getOverturnedCount(),
        deadLetters);
  }

  private OutcomeTally plus(LetterResult.DeadLettered dead) {
    SortedMap<String, Long> more = new TreeMap<>(deadLetters);
    more.merge(dead.code(), 1L, Long::sum);
    return new OutcomeTally(determinations, upheld, overturned, more);
  }
}
