package org.openimr.sink.monitor.feed;

import java.util.SortedMap;
import java.util.TreeMap;
import org.openimr.event.Header;

/**
 * Sum of what became of letters.
 *
 * @param determinations letters published, all revisions
 * @param upheld items upheld
 * @param overturned items overturned
 * @param deadLetters letters that could not be read, by code
 */
public record OutcomeTally(
    long determinations, long upheld, long overturned, SortedMap<String, Long> deadLetters) {
  /** Of no letter. */
  public static final OutcomeTally EMPTY = new OutcomeTally(0, 0, 0, new TreeMap<>());

  /** With one letter more. */
  public OutcomeTally plus(LetterResult result) {
    return switch (result) {
      case LetterResult.Determined determined -> plus(determined.determination().getHeader());
      case LetterResult.DeadLettered dead -> plus(dead);
    };
  }

  /** Letters that have come out of the topics. */
  public long letters() {
    return determinations + deadLetterTotal();
  }

  /** Letters that could not be read, for whatever reason. */
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
