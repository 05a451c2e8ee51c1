/** Reads the topics of a broker outside of Kafka Streams. */
package org.openimr.runtime.kafka;
