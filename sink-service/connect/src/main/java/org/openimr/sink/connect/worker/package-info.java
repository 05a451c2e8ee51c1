/** An embedded Kafka Connect worker, its settings, and the supervision of its connectors. */
package org.openimr.sink.connect.worker;
