/**
 * JMH benchmarks of the parser, in time and memory. Each has a baseline measured in the same run,
 * so that results are comparable on noisy machines. RESULTS.md keeps them.
 */
package org.openimr.tools.benchmarks.parser;
