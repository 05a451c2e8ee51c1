package org.openimr.systemtest.canary;

/**
 * A location of letter text.
 *
 * @param place file, topic and header, or process
 */
record CanaryLeak(String place) {}
