package org.openimr.chaos;

/**
 * How letters are sent.
 *
 * @param letters in all
 * @param aSecond at most
 * @param underWay sent and not through, at most
 */
record Pace(int letters, double aSecond, int underWay) {}
