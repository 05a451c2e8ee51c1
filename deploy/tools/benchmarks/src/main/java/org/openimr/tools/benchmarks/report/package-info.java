/** Tables, plots and JSON files of a benchmark run. */
package org.openimr.tools.benchmarks.report;
