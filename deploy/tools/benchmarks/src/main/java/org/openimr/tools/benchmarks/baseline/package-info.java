/** Baselines that measure the same work without the pipeline. */
package org.openimr.tools.benchmarks.baseline;
