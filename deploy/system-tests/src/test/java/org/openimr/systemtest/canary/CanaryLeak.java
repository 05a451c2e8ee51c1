package org.openimr.systemtest.canary;

/**
 * A place where text of a letter was found.
 *
 * @param place a file and line, a topic and header, a process
 */
record CanaryLeak(String place) {}
