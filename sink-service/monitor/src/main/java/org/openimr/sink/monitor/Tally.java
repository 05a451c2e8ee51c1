package org.openimr.sink.monitor;

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
public record Tally(
    long determinations, long upheld, long overturned, SortedMap<String, Long> deadLetters) {
  /** Of no letter. */
  public static final Tally EMPTY = new Tally(0, 0, 0, new TreeMap<>());

  /** With one letter more. */
  public Tally plus(LetterResult result) {
    return switch (result) {
      case LetterResult.Determined determined -> plus(determined.determination().getHeader());
      case LetterResult.Dead dead -> plus(dead);
    };
  }

  /** Letters that have come out of the topics. */
  public long letters() {
    return determinations + dead();
  }

  /** Letters that could not be read, for whatever reason. */
  public long dead() {
    return deadLetters.values().stream().mapToLong(Long::longValue).sum();
  }

  private Tally plus(Header header) {
    return new Tally(
        determinations + 1,
        upheld + header.getUpheldCount(),
        overturned + header.getOverturnedCount(),
        deadLetters);
  }

  private Tally plus(LetterResult.Dead dead) {
    SortedMap<String, Long> more = new TreeMap<>(deadLetters);
    more.merge(dead.code(), 1L, Long::sum);
    return new Tally(determinations, upheld, overturned, more);
  }
}
