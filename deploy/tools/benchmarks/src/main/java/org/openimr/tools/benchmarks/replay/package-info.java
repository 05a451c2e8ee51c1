/** Benchmarks that process records already on the broker: replay, scaling and sinks. */
package org.openimr.tools.benchmarks.replay;
