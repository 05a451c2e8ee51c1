package org.openimr.tools.chaos.load;

/**
 * How letters are sent.
 *
 * @param letters in all
 * @param aSecond at most
 * @param underWay sent and not through, at most
 */
public record SendRate(int letters, double perSecond, int maxInFlight) {}
