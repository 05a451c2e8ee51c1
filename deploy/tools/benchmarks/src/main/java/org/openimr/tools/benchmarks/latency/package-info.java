/** The benchmark of end-to-end latency at a constant rate. */
package org.openimr.tools.benchmarks.latency;
