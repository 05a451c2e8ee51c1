package org.openimr.sink.monitor.statistics;

/**
 * One of the newest determinations of a partition.
 *
 * @param receivedAt timestamp of the record, in ms since 1970
 */
public record RecentCase(String caseKey, int revision, long receivedAt) {}
