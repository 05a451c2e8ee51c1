package org.openimr.sink.monitor.statistics;

/**
 * Sums over all cases of a partition or of all partitions.
 *
 * @param determinations published, all revisions
 * @param cases that have a determination now
 * @param decisions in the newest revisions of these
 * @param upheld of the decisions
 * @param overturned of the decisions
 */
public record OutcomeTotals(
    long determinations, long cases, long decisions, long upheld, long overturned) {
  public static final OutcomeTotals ZERO = new OutcomeTotals(0, 0, 0, 0, 0);

  /** Both together. */
  public OutcomeTotals plus(OutcomeTotals other) {
    return new OutcomeTotals(
        determinations + other.determinations,
        cases + other.cases,
        decisions + other.decisions,
        upheld + other.upheld,
        overturned + other.overturned);
  }

  OutcomeTotals minus(OutcomeTotals other) {
    return plus(
        new OutcomeTotals(
            -other.determinations,
            -other.cases,
            -other.decisions,
            -other.upheld,
            -other.overturned));
  }
}
