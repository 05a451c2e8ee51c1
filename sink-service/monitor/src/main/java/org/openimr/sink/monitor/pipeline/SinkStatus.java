package org.openimr.sink.monitor.pipeline;

/**
 * Status of a connector.
 *
 * @param sink name of the sink
 * @param connector name of the connector
 * @param state the worst state of the connector and its tasks, as a Kafka Connect state: {@code
 *     RUNNING}, {@code PAUSED}, {@code STOPPED}, {@code FAILED}, {@code UNASSIGNED}, {@code
 *     RESTARTING}, {@code DESTROYED}
 * @param tasks number of tasks, from 0
 * @param running number of running tasks
 * @param failure exception classes of a failure, or empty; never text of a letter
 * @param position position of the failed record as {@code topic/partition/offset}, or empty
 */
public record SinkStatus(
    String sink,
    String connector,
    String state,
    int tasks,
    int running,
    String failure,
    String position) {}
