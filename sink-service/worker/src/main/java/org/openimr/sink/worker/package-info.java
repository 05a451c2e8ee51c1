/** The sink service: a Kafka Connect worker with its sinks, the monitor and reconciliation. */
package org.openimr.sink.worker;
