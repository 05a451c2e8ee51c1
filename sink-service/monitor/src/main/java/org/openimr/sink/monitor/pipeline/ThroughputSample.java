package org.openimr.sink.monitor.pipeline;

import java.util.Map;
import java.util.SortedMap;
import org.openimr.sink.monitor.statistics.OutcomeTotals;

/**
 * The figures of one second.
 *
 * @param sequence counts up while this instance runs
 * @param at ms since 1970
 * @param ready whether all partitions are at work, so that figures are whole
 * @param fromStandby whether some are of a copy, which may be behind
 * @param lettersIn ever taken in
 * @param totals of what came out
 * @param deadLetters by code
 * @param lettersPerSecond that came in, over the last seconds
 * @param determinationsPerSecond that came out, over the last seconds
 * @param underWay records that each stage has yet to read, by its name in lower case
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
