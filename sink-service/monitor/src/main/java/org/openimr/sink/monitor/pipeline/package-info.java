/** Status of the pipeline: throughput, lag, sinks and the last reconciliation. */
package org.openimr.sink.monitor.pipeline;
