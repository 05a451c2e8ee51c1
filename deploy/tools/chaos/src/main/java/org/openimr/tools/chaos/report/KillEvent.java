package org.openimr.tools.chaos.report;

/**
 * A process that was killed.
 *
 * @param number from 1
 * @param process what it was
 * @param second of the run
 * @param sent letters that had been sent
 * @param recoverySeconds from the kill until it did its work again; negative if it was killed again
 *     before, or its end came
 */
public record KillEvent(
    int number, String process, double second, int sent, double recoverySeconds) {}
