package org.openimr.sink.reconcile.report;

import java.util.Optional;

/**
 * Two counts that should be the same, or something of one case that is not where it should be.
 *
 * @param check what was compared: {@code letters}, {@code items}, {@code events}, or a sink's name
 * @param key case key or item key; empty where it is a matter of counts
 * @param expected count or revision that should be there
 * @param found what is there; for a revision, 0 is none
 * @param message a sentence; never text of a letter
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

  /** How many letters, items or cases it concerns. */
  public long size() {
    return key.isPresent() ? 1 : Math.max(1, Math.abs(expected - found));
  }
}
