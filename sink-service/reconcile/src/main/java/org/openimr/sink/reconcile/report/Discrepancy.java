package org.openimr.sink.reconcile.report;

import java.util.Optional;

/**
 * A difference between two counts, or between the expected and the actual revision of a case or
 * item.
 *
 * @param check the check: {@code letters}, {@code items}, {@code events}, or the name of a sink
 * @param key case key or item key; empty for counts
 * @param expected expected count or revision
 * @param found actual count or revision; revision 0 means missing
 * @param message describes what was compared; contains no text of a letter
 */
public record Discrepancy(
    String check, Optional<String> key, long expected, long found, String message) {
  public static Discrepancy ofCounts(String check, long expected, long found, String message) {
    return new Discrepancy(check, Optional.empty(), expected, found, message);
  }

  public static Discrepancy of(
      String check, String key, long expected, long found, String message) {
    return new Discrepancy(check, Optional.of(key), expected, found, message);
  }

  /** Number of letters, items or cases that differ. */
  public long size() {
    return key.isPresent() ? 1 : Math.max(1, Math.abs(expected - found));
  }
}
