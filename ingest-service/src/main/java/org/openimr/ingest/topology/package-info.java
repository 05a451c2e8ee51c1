/** The Kafka Streams topology that extracts the text of raw letters. */
package org.openimr.ingest.topology;
