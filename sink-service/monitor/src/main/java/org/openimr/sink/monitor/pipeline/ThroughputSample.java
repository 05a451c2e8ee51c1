package org.openimr.sink.monitor.pipeline;

import java.util.Map;
import java.util.SortedMap;
import org.openimr.sink.monitor.statistics.OutcomeTotals;

/**
 * Counts and rates of the pipeline, sampled once a second.
 *
 * @param sequence increases with each sample of this instance
 * @param at time of the sample, in ms since 1970
 * @param ready whether all partitions are running, so that counts are complete
 * @param fromStandby whether a standby copy, which may lag, contributed to the counts
 * @param lettersIn number of letters ever received
 * @param totals totals of determinations
 * @param deadLetters number of dead letters by code
 * @param lettersPerSecond letters received per second, over the last samples
 * @param determinationsPerSecond determinations published per second, over the last samples
 * @param underWay lag in records by stage name in lower case
 */
public record ThroughputSample(
    long sequence,
    long at,
    boolean ready,
    boolean fromStandby,
    long lettersIn,
    OutcomeTotals totals,
    SortedMap<String, Long> deadLetters,
    double lettersPerSecond,
    double determinationsPerSecond,
    Map<String, Long> underWay) {}
