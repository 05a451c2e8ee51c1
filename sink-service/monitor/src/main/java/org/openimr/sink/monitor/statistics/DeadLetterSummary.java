package org.openimr.sink.monitor.statistics;

/**
 * A dead letter as its headers describe it; nothing of the letter itself.
 *
 * @param code why, a {@code DeadLetterReason.Code} or one that this version does not know
 * @param stage what refused it
 * @param field what of the letter it concerns, or empty
 * @param message a sentence for people, never text of the letter
 * @param topic where the letter stood
 * @param partition where the letter stood
 * @param offset where the letter stood
 * @param name file name that its sender gave, else empty
 * @param replays how often it was tried again
 * @param receivedAt the record's timestamp, ms since 1970
 */
public record DeadLetterSummary(
    String code,
    String stage,
    String field,
    String message,
    String topic,
    String partition,
    String offset,
    String name,
    int replays,
    long receivedAt) {}
