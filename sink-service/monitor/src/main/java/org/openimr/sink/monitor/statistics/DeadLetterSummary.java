package org.openimr.sink.monitor.statistics;

/**
 * The headers of a dead letter, without content of the letter and without clinical headers such as
 * its file name.
 *
 * @param code name of a {@code DeadLetterReason.Code}, or a code that this version does not know
 * @param stage the stage that rejected the letter
 * @param field the affected field of the letter, or empty
 * @param message a sentence that describes the problem, never text of the letter
 * @param topic topic of the original record
 * @param partition partition of the original record
 * @param offset offset of the original record
 * @param replays number of replays of the letter
 * @param receivedAt timestamp of the dead letter, in ms since 1970
 */
public record DeadLetterSummary(
    String code,
    String stage,
    String field,
    String message,
    String topic,
    String partition,
    String offset,
    int replays,
    long receivedAt) {}
