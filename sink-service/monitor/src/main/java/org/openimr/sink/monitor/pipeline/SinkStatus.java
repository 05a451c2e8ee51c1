package org.openimr.sink.monitor.pipeline;

/**
 * How a connector of a sink is.
 *
 * @param sink that it is of
 * @param connector its name
 * @param state the worst of the connector's and its tasks', in Kafka Connect's words: {@code
 *     RUNNING}, {@code PAUSED}, {@code STOPPED}, {@code FAILED}, {@code UNASSIGNED}, {@code
 *     RESTARTING}, {@code DESTROYED}
 * @param tasks from 0
 * @param running of those
 * @param failure classes of the exceptions that ended it, or empty; never text of a letter
 * @param position record that it failed at as {@code topic/partition/offset}, or empty
 */
public record SinkStatus(
    String sink,
    String connector,
    String state,
    int tasks,
    int running,
    String failure,
    String position) {}
