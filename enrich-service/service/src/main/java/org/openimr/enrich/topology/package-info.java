/** Wires the readers into Kafka Streams and maps what they read to events. */
package org.openimr.enrich.topology;
