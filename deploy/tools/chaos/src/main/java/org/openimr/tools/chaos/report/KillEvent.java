package org.openimr.tools.chaos.report;

/**
 * A kill of a process.
 *
 * @param number starts at 1
 * @param process display name of the process
 * @param second seconds since the start of the run
 * @param sent letters sent before the kill
 * @param recoverySeconds from the kill until the process was ready again; negative if it was killed
 *     before that, or the run ended
 */
public record KillEvent(
    int number, String process, double second, int sent, double recoverySeconds) {}
