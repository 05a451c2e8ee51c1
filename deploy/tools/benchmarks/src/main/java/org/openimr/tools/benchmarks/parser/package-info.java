/**
 * What reading a letter costs in time and memory, by JMH, with a yardstick beside it that is taken
 * in the same run, so that figures hold on noisy machines. Results are kept in RESULTS.md.
 */
package org.openimr.tools.benchmarks.parser;
