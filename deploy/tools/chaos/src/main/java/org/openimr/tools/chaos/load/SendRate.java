package org.openimr.tools.chaos.load;

/**
 * Limits of sending.
 *
 * @param letters total number of letters
 * @param perSecond maximum letters sent per second
 * @param maxInFlight maximum letters sent and not processed yet
 */
public record SendRate(int letters, double perSecond, int maxInFlight) {}
