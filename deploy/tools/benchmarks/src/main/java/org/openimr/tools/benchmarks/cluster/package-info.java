/**
 * The broker and registry processes that benchmarks run against, their topics, load and
 * directories.
 */
package org.openimr.tools.benchmarks.cluster;
