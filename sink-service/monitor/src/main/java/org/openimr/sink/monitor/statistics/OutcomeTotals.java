package org.openimr.sink.monitor.statistics;

/**
 * Totals over all cases of one partition or of all partitions.
 *
 * @param determinations number of published determinations, all revisions
 * @param cases number of cases with a determination
 * @param decisions number of decisions in the newest revisions
 * @param upheld number of upheld decisions
 * @param overturned number of overturned decisions
 */
public record OutcomeTotals(
    long determinations, long cases, long decisions, long upheld, long overturned) {
  public static final OutcomeTotals ZERO = new OutcomeTotals(0, 0, 0, 0, 0);

  /** Returns the sum of both totals. */
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
