package org.openimr.sink.monitor.statistics;

/**
 * A determination among the newest of its partition.
 *
 * @param receivedAt the record's timestamp, ms since 1970
 */
public record RecentCase(String caseKey, int revision, long receivedAt) {}
